import styles from '../cases/Cases.module.css'
import { Sheet } from '../components/Sheet.tsx'
import { useFormat } from '../format/format.ts'
import { useTexts } from '../language/language.tsx'
import type { SupportCaseDetail } from './queries.ts'

/** What was proposed, and what the customer said to it. */
export function CaseProposalList({ proposals }: Pick<SupportCaseDetail, 'proposals'>) {
  const { cases, supportCases: words } = useTexts()
  const format = useFormat()
  if (proposals.length === 0) return null
  return (
    <Sheet padded className={styles.part} aria-labelledby="proposals">
      <h2 id="proposals">{cases.proposalThen}</h2>
      <ul className={styles.cases}>
        {proposals.map(({ after, at, before, field, id, state }) => (
          <li key={id}>
            <span>
              {cases.fields[field]}: {before || cases.empty} → <b>{after || cases.empty}</b>
            </span>
            <span className={styles.quiet}>
              {words.proposalStates[state]}, {format.moment(at)}
            </span>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
