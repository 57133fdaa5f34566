import { useQuery } from '@tanstack/react-query'
import { Prose } from '../components/Prose.tsx'
import { Sheet } from '../components/Sheet.tsx'
import table from '../components/Table.module.css'
import { roles } from '../components/table-roles.ts'
import { useFormat } from '../format/format.ts'
import { useTexts } from '../language/language.tsx'
import { supportCausesQuery } from './queries.ts'
import pages from './SupportPage.module.css'
import styles from './SupportTable.module.css'

const lookMs = 15_000

/** What fails by its cause, over all administrations; nothing where nothing does. */
export function SupportCauses() {
  const { support: words, supportCases } = useTexts()
  const format = useFormat()
  const { data } = useQuery({ ...supportCausesQuery, refetchInterval: lookMs })
  if (!data || data.items.length === 0) return null
  return (
    <Sheet aria-labelledby="causes">
      <h2 id="causes" className={pages.title}>
        {words.causes}
      </h2>
      <table className={`${table.table} ${styles.causes}`} {...roles.table}>
        <thead {...roles.rowgroup}>
          <tr {...roles.row}>
            <th {...roles.columnheader}>{words.organizations}</th>
            <th {...roles.columnheader}>{words.cause}</th>
            <th {...roles.columnheader}>{words.who}</th>
            <th {...roles.columnheader}>{words.since}</th>
            <th {...roles.columnheader} className={table.number}>
              {words.waiting}
            </th>
          </tr>
        </thead>
        <tbody {...roles.rowgroup}>
          {data.items.map(({ cause, invoices, organizations, pauses, relations, since }) => (
            <tr key={cause.code} {...roles.row} className={table.row}>
              <td {...roles.cell} className={styles.organization}>
                {words.organizationCount(organizations)}
              </td>
              <td {...roles.cell} className={styles.cause}>
                <Prose>{cause.detail}</Prose>
                <span className={styles.action}>
                  <Prose>{cause.action}</Prose>
                </span>
              </td>
              <td {...roles.cell} className={styles.who}>
                {words.actors[cause.actor]}
              </td>
              <td {...roles.cell} className={`${styles.since} ${table.whole}`}>
                {format.moment(since)}
              </td>
              <td {...roles.cell} className={`${styles.figure} ${table.number}`}>
                {[
                  invoices > 0 && supportCases.invoices(invoices),
                  relations > 0 && words.relationCount(relations),
                  pauses > 0 && words.pauseCount(pauses),
                ]
                  .filter(Boolean)
                  .join(', ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  )
}
