import { Facts } from '../components/Facts.tsx'
import { ChevronDownIcon } from '../components/icons.ts'
import { Sheet } from '../components/Sheet.tsx'
import { useFormat } from '../format/format.ts'
import { useTexts } from '../language/language.tsx'
import styles from './BooksDecision.module.css'
import type { BooksQuestion } from './queries.ts'

/** The books that are linked beside those that the codes open, and how they are told apart. */
export function BooksPair({ question, username }: { question: BooksQuestion; username: string }) {
  const { otherBooks: words, integrations } = useTexts()
  const format = useFormat()
  const { current, facts, offered } = question
  const inThem = (known: typeof offered.before) =>
    known === null || known.booked.count === 0
      ? words.none
      : words.bookedHere(known.booked.count, known.booked.lastAt && format.moment(known.booked.lastAt))
  const reasons = facts === null ? [] : words.reasons(facts, offered.name, current?.mark ?? null)
  return (
    <Sheet as="div">
      <div className={styles.pair}>
        {current && (
          <section aria-labelledby="current-books">
            <p className={styles.eyebrow}>{current.isLinked ? words.now : words.before}</p>
            <h2 id="current-books">{current.name}</h2>
            <Facts
              items={[
                [integrations.username, current.username],
                [integrations.since, format.moment(current.linkedAt)],
                [words.invoices, inThem(current)],
              ]}
            />
          </section>
        )}
        <section aria-labelledby="offered-books">
          <p className={styles.eyebrow}>{words.offered}</p>
          <h2 id="offered-books">{offered.name}</h2>
          <Facts
            items={[
              [integrations.username, username],
              [
                integrations.since,
                offered.before ? words.earlier(format.moment(offered.before.linkedAt)) : words.notYet,
              ],
              [words.invoices, inThem(offered.before)],
            ]}
          />
        </section>
      </div>
      {reasons.length > 0 && (
        <details className={styles.why}>
          <summary>
            {words.why[question.verdict]}
            <ChevronDownIcon aria-hidden />
          </summary>
          <ul>
            {reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </details>
      )}
    </Sheet>
  )
}
