import { Prose } from '../components/Prose.tsx'
import { useFormat } from '../format/format.ts'
import { useTexts } from '../language/language.tsx'
import styles from './AdoptionDifferences.module.css'
import { AdoptionDifferences } from './AdoptionDifferences.tsx'
import type { MutationRead } from './queries.ts'

/** What stands under the number that was typed, beside the invoice; or why it cannot be the invoice. */
export function AdoptionFound({ read, typed }: { read: MutationRead; typed: string }) {
  const { overrides: words } = useTexts()
  const format = useFormat()
  const { cause, differences, found, outcome, refusal } = read
  if (outcome === 'pending') return <p>{words.pending}</p>
  if (outcome === 'failed') return <Prose>{`${words.failed} ${cause ?? ''}`.trim()}</Prose>
  if (refusal) return <Prose>{words.refusals[refusal](typed)}</Prose>
  if (!found) return null
  return (
    <div className={styles.found}>
      <p>{words.found(`${found.mutationNumber}`, found.invoiceNumber, format.day(found.date))}</p>
      {differences.length === 0 ? <p>{words.same}</p> : <AdoptionDifferences differences={differences} />}
      <p className={styles.quiet}>
        <Prose>{words.adoptMeaning}</Prose>
      </p>
    </div>
  )
}
