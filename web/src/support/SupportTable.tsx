import type { ReactNode } from 'react'
import { Prose } from '../components/Prose.tsx'
import table from '../components/Table.module.css'
import { roles } from '../components/table-roles.ts'
import { useFormat } from '../format/format.ts'
import { useTexts } from '../language/language.tsx'
import type { SupportBooking, SupportCause } from './queries.ts'
import styles from './SupportTable.module.css'
import { Whose } from './Whose.tsx'

export type SupportRow = {
  id: string
  organization: SupportBooking['organization']
  /** The books it books into, where no page of its own says so. */
  administration?: string
  subject: ReactNode
  cause: SupportCause | null
  /** What must be done, where no page of its own says so. */
  action?: string
  since: string
  figure: string
}

type SupportTableProps = {
  caption: string
  /** The heads of the two columns that differ. */
  heads: { subject: string; figure: string }
  rows: SupportRow[]
}

/** What failed or waits, of all organizations: whose, what, why, who must act, since when. */
export function SupportTable({ caption, heads, rows }: SupportTableProps) {
  const { support: texts } = useTexts()
  const format = useFormat()
  return (
    <table className={table.table} {...roles.table}>
      <caption className="visually-hidden">{caption}</caption>
      <thead {...roles.rowgroup}>
        <tr {...roles.row}>
          <th {...roles.columnheader}>{texts.organization}</th>
          <th {...roles.columnheader}>{heads.subject}</th>
          <th {...roles.columnheader}>{texts.cause}</th>
          <th {...roles.columnheader}>{texts.who}</th>
          <th {...roles.columnheader}>{texts.since}</th>
          <th {...roles.columnheader} className={table.number}>
            {heads.figure}
          </th>
        </tr>
      </thead>
      <tbody {...roles.rowgroup}>
        {rows.map(({ id, organization, administration, subject, cause, action, since, figure }) => (
          <tr key={id} {...roles.row} className={table.row}>
            <td {...roles.cell} className={styles.organization}>
              <Whose organization={organization} />
              {administration && <span className={styles.action}>{texts.booksInto(administration)}</span>}
            </td>
            <td {...roles.cell} className={styles.subject}>
              {subject}
            </td>
            <td {...roles.cell} className={styles.cause}>
              <Prose>{cause?.detail ?? ''}</Prose>
              {action && (
                <span className={styles.action}>
                  <Prose>{action}</Prose>
                </span>
              )}
              {cause?.serviceCode && <code>{cause.serviceCode}</code>}
            </td>
            <td {...roles.cell} className={styles.who}>
              {cause ? texts.actors[cause.actor] : ''}
            </td>
            <td {...roles.cell} className={`${styles.since} ${table.whole}`}>
              {format.moment(since)}
            </td>
            <td {...roles.cell} className={`${styles.figure} ${table.number}`}>
              {figure}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
