import { AlertIcon, CheckIcon, InfoIcon } from '../components/icons.ts'
import { Prose } from '../components/Prose.tsx'
import { useTexts } from '../language/language.tsx'
import styles from './BookingPanel.module.css'
import type { BookingPreview } from './queries.ts'

type BookingChecksProps = Pick<BookingPreview, 'blockers' | 'notes' | 'warnings'>

/** What is right about a booking, or what still holds it back, and what is good to know. */
export function BookingChecks({ blockers, notes, warnings }: BookingChecksProps) {
  const { bookingPreview: words } = useTexts()
  // Three missing parts of an address are one sentence to a reader.
  const messages = [
    ...new Set(
      blockers.map(({ path, message }) => {
        const line = path.match(/^lines\.(\d+)\./)?.[1]
        return line === undefined ? message : words.ofLine(Number(line) + 1, message)
      }),
    ),
  ]
  return (
    <div className={styles.checks}>
      {messages.length > 0 && <h3 className={styles.blockedTitle}>{words.blocked}</h3>}
      <ul>
        {messages.length === 0 && (
          <>
            <Check text={words.balanced} />
            <Check text={words.nothingBlocks} />
          </>
        )}
        {messages.map((message) => (
          <li key={message} className={styles.blocked}>
            <AlertIcon aria-hidden />
            <span>
              <Prose>{message}</Prose>
            </span>
          </li>
        ))}
        {[...warnings, ...notes].map((note) => (
          <li key={note} className={styles.noted}>
            <InfoIcon aria-hidden />
            <span>
              <Prose>{note}</Prose>
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Check({ text }: { text: string }) {
  return (
    <li className={styles.good}>
      <CheckIcon aria-hidden />
      <span>{text}</span>
    </li>
  )
}
