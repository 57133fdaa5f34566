import { Sheet } from '../components/Sheet.tsx'
import table from '../components/Table.module.css'
import { roles } from '../components/table-roles.ts'
import { useFormat } from '../format/format.ts'
import type { Period } from '../format/period.ts'
import { useTexts } from '../language/language.tsx'
import { OrganizationRow } from './OrganizationRow.tsx'
import styles from './OrganizationsTable.module.css'
import type { OrganizationStanding } from './queries.ts'

/** One row for each organization, which leads to its «Aansluiting»; all together below. */
export function OrganizationsTable({
  period,
  standings,
}: {
  period: Period
  standings: readonly OrganizationStanding[]
}) {
  const { organizations: texts } = useTexts()
  return (
    <Sheet as="div">
      <table className={`${table.table} ${styles.organizations}`} {...roles.table}>
        <caption className="visually-hidden">{texts.table}</caption>
        <Head />
        <tbody {...roles.rowgroup}>
          {standings.map((standing) => (
            <OrganizationRow key={standing.id} standing={standing} period={period} />
          ))}
        </tbody>
        <Foot standings={standings} />
      </table>
    </Sheet>
  )
}

function Head() {
  const { organizations: texts } = useTexts()
  const plain = [texts.organization, texts.books, texts.compared]
  const figures = [texts.count, texts.net, texts.vat, texts.waiting, texts.failed, texts.open]
  const isFirst = (title: string) => title === texts.count || title === texts.waiting || title === texts.open
  return (
    <thead {...roles.rowgroup}>
      <tr {...roles.row}>
        <td {...roles.cell} colSpan={3} />
        <th {...roles.columnheader} colSpan={3} scope="colgroup" className={styles.group}>
          {texts.difference}
        </th>
        <th {...roles.columnheader} colSpan={2} scope="colgroup" className={styles.group}>
          {texts.invoices}
        </th>
        <td {...roles.cell} colSpan={2} className={styles.group} />
      </tr>
      <tr {...roles.row}>
        {plain.map((title) => (
          <th key={title} {...roles.columnheader}>
            {title}
          </th>
        ))}
        {figures.map((title) => (
          <th
            key={title}
            {...roles.columnheader}
            className={`${table.number} ${isFirst(title) ? styles.group : ''}`}
          >
            {title}
          </th>
        ))}
        <th {...roles.columnheader} className={styles.group}>
          {texts.actor}
        </th>
      </tr>
    </thead>
  )
}

function Foot({ standings }: { standings: readonly OrganizationStanding[] }) {
  const { organizations: texts } = useTexts()
  const format = useFormat()
  const count = (of: (row: OrganizationStanding) => number) =>
    standings.reduce((sum, row) => sum + of(row), 0)
  /** In whole cents, so that no sum is a cent off. */
  const sum = (of: (row: OrganizationStanding) => string | undefined) =>
    format.euro((count((row) => Math.round(Number(of(row) ?? 0) * 100)) / 100).toFixed(2))
  const numbers = [
    { name: texts.count, value: count(({ compared }) => compared?.differences ?? 0) },
    { name: texts.net, value: sum(({ compared }) => compared?.net) },
    { name: texts.vat, value: sum(({ compared }) => compared?.vat) },
    { name: texts.waiting, value: count(({ waiting }) => waiting) },
    { name: texts.failed, value: count(({ failed }) => failed) },
    { name: texts.open, value: sum(({ outstanding }) => outstanding) },
  ]
  return (
    <tfoot {...roles.rowgroup}>
      <tr {...roles.row}>
        <th {...roles.rowheader} scope="row" colSpan={3}>
          {texts.together(standings.length)}
        </th>
        {numbers.map(({ name, value }) => (
          <td key={name} {...roles.cell} className={table.number} data-name={name}>
            {value}
          </td>
        ))}
        <td {...roles.cell} className={styles.actor} />
      </tr>
    </tfoot>
  )
}
