import { CheckIcon, ChevronDownIcon } from '../components/icons.ts'
import table from '../components/Table.module.css'
import { roles } from '../components/table-roles.ts'
import { useTexts } from '../language/language.tsx'
import styles from './MembersPage.module.css'
import type { Members } from './queries.ts'

/** «Wat mag een rol?»: the table by which the API refuses. On a phone each right names its roles. */
export function RolesTable({ rows }: { rows: Members['roles'] }) {
  const { members: words, permissions } = useTexts()
  const rights = Object.entries(permissions)
  const may = (permission: string, row: Members['roles'][number]) =>
    row.permissions.some((known) => known === permission)
  return (
    <details className={styles.roles}>
      <summary>
        <span>{words.whatMayARole}</span>
        <ChevronDownIcon aria-hidden />
      </summary>
      <table className={`${table.table} ${styles.rights}`} {...roles.table}>
        <caption className="visually-hidden">{words.whatMayARole}</caption>
        <thead {...roles.rowgroup}>
          <tr {...roles.row}>
            <th {...roles.columnheader}>
              <span className="visually-hidden">{words.right}</span>
            </th>
            {rows.map(({ role }) => (
              <th key={role} {...roles.columnheader} className={styles.mark}>
                {words.roles[role]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...roles.rowgroup}>
          {rights.map(([permission, { label }]) => (
            <tr key={permission} {...roles.row}>
              <th {...roles.rowheader} scope="row" className={styles.right}>
                {label}
              </th>
              {rows.map((row) => (
                <td
                  key={row.role}
                  {...roles.cell}
                  className={styles.mark}
                  data-may={may(permission, row) || undefined}
                >
                  <span className={styles.sign}>
                    {may(permission, row) ? <CheckIcon aria-hidden /> : <span aria-hidden>–</span>}
                    <span className="visually-hidden">{may(permission, row) ? words.yes : words.no}</span>
                  </span>
                  <span className={styles.roleName} aria-hidden>
                    {words.roles[row.role]}
                  </span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.help}>{words.rolesNote}</p>
    </details>
  )
}
