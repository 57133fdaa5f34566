import table from '../components/Table.module.css'
import { roles } from '../components/table-roles.ts'
import { useTexts } from '../language/language.tsx'
import { InvitationRow } from './InvitationRow.tsx'
import { MemberRow } from './MemberRow.tsx'
import styles from './MembersPage.module.css'
import type { Members } from './queries.ts'

/** Who has access, and below them who is invited. */
export function MembersTable({ members: { invitations, items } }: { members: Members }) {
  const { members: words } = useTexts()
  return (
    <table className={`${table.table} ${styles.people}`} {...roles.table}>
      <caption className="visually-hidden">{words.people}</caption>
      <thead {...roles.rowgroup}>
        <tr {...roles.row}>
          <th {...roles.columnheader}>{words.name}</th>
          <th {...roles.columnheader} className={styles.roleColumn}>
            {words.role}
          </th>
          <th {...roles.columnheader} className={styles.stepColumn}>
            {words.secondFactor}
          </th>
          <th {...roles.columnheader} className={styles.seenColumn}>
            {words.lastSeen}
          </th>
          <td {...roles.cell} />
        </tr>
      </thead>
      <tbody {...roles.rowgroup}>
        {items.map((member) => (
          <MemberRow key={member.id} member={member} />
        ))}
        {invitations.map((invitation) => (
          <InvitationRow key={invitation.id} invitation={invitation} />
        ))}
      </tbody>
    </table>
  )
}
