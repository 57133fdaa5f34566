import table from '../components/Table.module.css'
import { roles } from '../components/table-roles.ts'
import { useFormat } from '../format/format.ts'
import { useTexts } from '../language/language.tsx'
import styles from './AuditTable.module.css'
import type { AuditEntry } from './queries.ts'

/** What was changed, by whom and from where, with how it was before. */
export function AuditTable({ entries }: { entries: AuditEntry[] }) {
  const { audit: words } = useTexts()
  return (
    <table className={`${table.table} ${styles.entries}`} {...roles.table}>
      <thead {...roles.rowgroup}>
        <tr {...roles.row}>
          <th {...roles.columnheader}>{words.what}</th>
          <th {...roles.columnheader}>{words.who}</th>
          <th {...roles.columnheader}>{words.at}</th>
        </tr>
      </thead>
      <tbody {...roles.rowgroup}>
        {entries.map((entry) => (
          <AuditRow key={entry.id} entry={entry} />
        ))}
      </tbody>
    </table>
  )
}

function AuditRow({ entry }: { entry: AuditEntry }) {
  const { audit: words } = useTexts()
  const format = useFormat()
  const wordsFor = useValues()
  const who = {
    person: entry.actor.name,
    program: words.byProgram(entry.actor.name),
    operator: words.byOperator,
    support: words.bySupport(entry.actor.name),
  }[entry.actor.kind]
  return (
    <tr {...roles.row}>
      <th {...roles.rowheader} scope="row" className={styles.what}>
        {words.actions[entry.action]}
        {entry.subject && <span className={styles.line}>{entry.subject}</span>}
        {entry.before && <span className={styles.line}>{words.was(wordsFor(entry.before))}</span>}
        {entry.after && <span className={styles.line}>{words.became(wordsFor(entry.after))}</span>}
      </th>
      <td {...roles.cell} className={styles.who}>
        {who}
        {entry.ipAddress && <span className={styles.line}>{words.from(entry.ipAddress)}</span>}
      </td>
      <td {...roles.cell} className={styles.at}>
        {format.moment(entry.at)}
      </td>
    </tr>
  )
}

/** Those whose values are words of ours. */
const namedValues: readonly string[] = ['role', 'scope', 'secondFactor']

/** Values as people read them, each with its name where we have one. */
function useValues() {
  const { apiKeys, audit: words, members } = useTexts()
  const format = useFormat()
  const known: Readonly<Record<string, string>> = {
    ...members.roles,
    ...apiKeys.scopes,
    ...members.secondFactorRules,
  }
  const names: Readonly<Record<string, string>> = words.fields
  const wordsFor = (name: string, value: unknown) => {
    if (value === null || value === '') return words.nothing
    if (name === 'expiresAt') return format.day(String(value).slice(0, 10))
    return (namedValues.includes(name) ? known[String(value)] : undefined) ?? String(value)
  }
  return (values: Readonly<Record<string, unknown>>) =>
    Object.entries(values)
      .map(([name, value]) => `${names[name] ?? name} ${wordsFor(name, value)}`)
      .join(', ')
}
