import { Link } from '@tanstack/react-router'
import table from '../components/Table.module.css'
import { roles } from '../components/table-roles.ts'
import { useFormat } from '../format/format.ts'
import { useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'
import type { SupportCase } from './queries.ts'
import styles from './SupportTable.module.css'
import { Whose } from './Whose.tsx'

/** Cases with whose they are, what they are about and whose turn it is. */
export function CaseTable({ cases }: { cases: SupportCase[] }) {
  const { support, supportCases: words } = useTexts()
  const format = useFormat()
  return (
    <table className={table.table} {...roles.table}>
      <caption className="visually-hidden">{words.title}</caption>
      <thead {...roles.rowgroup}>
        <tr {...roles.row}>
          <th {...roles.columnheader}>{support.organization}</th>
          <th {...roles.columnheader}>{words.caseColumn}</th>
          <th {...roles.columnheader}>{words.about}</th>
          <th {...roles.columnheader}>{words.state}</th>
          <th {...roles.columnheader}>{words.since}</th>
        </tr>
      </thead>
      <tbody {...roles.rowgroup}>
        {cases.map(
          ({ id, number, openedAt, organizationName, organizationNumber, outcome, state, subject }) => (
            <tr key={id} {...roles.row} className={table.row}>
              <td {...roles.cell} className={styles.organization}>
                <Whose organization={{ id, number: organizationNumber, name: organizationName }} />
              </td>
              <td {...roles.cell} className={styles.subject}>
                <Link className={`${table.rowLink} ${table.whole}`} {...paths.supportCase(id)}>
                  {words.caseTitle(number)}
                </Link>
              </td>
              <td {...roles.cell} className={styles.cause}>
                {words.subjects[subject.kind](subject.label)}
              </td>
              <td {...roles.cell} className={styles.who}>
                {outcome === null || outcome === 'withdrawn' ? words.states[state] : words.outcomes[outcome]}
              </td>
              <td {...roles.cell} className={`${styles.since} ${table.whole}`}>
                {format.moment(openedAt)}
              </td>
            </tr>
          ),
        )}
      </tbody>
    </table>
  )
}
