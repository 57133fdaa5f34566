import { Button } from '@mantine/core'
import { AlertIcon, CheckIcon, InfoIcon } from '../components/icons.ts'
import { Prose } from '../components/Prose.tsx'
import { useTexts } from '../language/language.tsx'
import styles from './BookingPanel.module.css'
import { partyOf } from './MendDialog.tsx'
import type { BookingPreview } from './queries.ts'

type BookingChecksProps = Pick<BookingPreview, 'blockers' | 'notes' | 'warnings'> & {
  /** What is asked before it can be final, when all else is right; null where nothing is. */
  asked: string | null
  /** Opens the form in which all of the party whose field stands at this path is mended. */
  onMend: (path: string) => void
}

/** What is right about a booking, or what still holds it back, and what is good to know. */
export function BookingChecks({ asked, blockers, notes, onMend, warnings }: BookingChecksProps) {
  const { bookingPreview: words } = useTexts()
  // Three missing parts of an address are one sentence to a reader.
  const paths = new Map<string, string>()
  for (const { path, message } of blockers) {
    const line = path.match(/^lines\.(\d+)\./)?.[1]
    const said = line === undefined ? message : words.ofLine(Number(line) + 1, message)
    if (!paths.has(said)) paths.set(said, path)
  }
  const messages = [...paths]
  // What is missing of one party is filled in in one form: its button stands once, below all of it.
  const asks = (index: number) => {
    const [party, next] = [partyOf(messages[index]?.[1]), partyOf(messages[index + 1]?.[1])]
    return party !== undefined && party !== next
  }
  return (
    <div className={styles.checks}>
      {messages.length > 0 && <h3 className={styles.blockedTitle}>{words.blocked}</h3>}
      <ul>
        {messages.length === 0 && (
          <>
            <Check text={words.balanced} />
            {asked === null && <Check text={words.nothingBlocks} />}
          </>
        )}
        {messages.map(([message, path], index) => (
          <li key={message} className={styles.blocked}>
            <AlertIcon aria-hidden />
            <span>
              <Prose>{message}</Prose>
              {asks(index) && (
                <Button size="sm" className={styles.mend} onClick={() => onMend(path)}>
                  {partyOf(path) === 'customer' ? words.mendCustomer : words.mendCompany}
                </Button>
              )}
            </span>
          </li>
        ))}
        {asked !== null && (
          <li className={styles.blocked}>
            <AlertIcon aria-hidden />
            <span>
              <Prose>{asked}</Prose>
            </span>
          </li>
        )}
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
