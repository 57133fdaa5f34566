import type { BookingPreview } from '../api/invoices.ts'
import { AlertIcon, CheckIcon, InfoIcon } from '../components/icons.ts'
import { Prose } from '../components/Prose.tsx'
import { useTexts } from '../language/language.tsx'
import styles from './BookingPanel.module.css'

/** What is right about a booking, or what still holds it back, and what is good to know. */
export function BookingChecks({ booking }: { booking: BookingPreview }) {
  const { bookingPreview: words } = useTexts()
  const { blockers, notes } = booking
  return (
    <div className={styles.checks}>
      {blockers.length > 0 && <h3 className={styles.blockedTitle}>{words.blocked}</h3>}
      <ul>
        {blockers.length === 0 && (
          <>
            <Check text={words.balanced} />
            <Check text={words.nothingBlocks} />
          </>
        )}
        {blockers.map((blocker) => (
          <li key={`${blocker.path}${blocker.code}`} className={styles.blocked}>
            <AlertIcon aria-hidden />
            <span>
              <Prose>{blocker.message}</Prose>
            </span>
          </li>
        ))}
        {notes.map((note) => (
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
