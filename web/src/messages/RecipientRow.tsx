import { Button } from '@mantine/core'
import { Prose } from '../components/Prose.tsx'
import { Status, type StatusKind } from '../components/Status.tsx'
import { useFormat } from '../format/format.ts'
import { useTexts } from '../language/language.tsx'
import styles from './Messages.module.css'
import type { Recipient } from './queries.ts'

const kinds: Record<Recipient['state'], StatusKind> = {
  waiting: 'waiting',
  sending: 'waiting',
  handed_over: 'waiting',
  sent: 'booked',
  kept: 'draft',
  refused: 'failed',
  unknown: 'failed',
  returned: 'failed',
}

/** How a mail stands with one of its recipients, and why. */
export function RecipientRow({
  recipient,
  onReturned,
}: {
  recipient: Recipient
  /** Somebody saw it come back; left out where that cannot be said. */
  onReturned?: (() => void) | undefined
}) {
  const { messages: words } = useTexts()
  const format = useFormat()
  const { address, changedAt, isSettled, kind, reason, reply, state } = recipient
  // What somebody looked at is told, and no longer calls.
  const shown = isSettled && kinds[state] === 'failed' ? 'draft' : kinds[state]
  return (
    <li className={styles.recipient}>
      <span>
        {address}
        {kind === 'copy' && <span className={styles.quiet}> · {words.copy}</span>}
      </span>
      <Status of={shown}>
        {words.states[state]}, {format.moment(changedAt)}
      </Status>
      {reason && (
        <span className={styles.quiet}>
          <Prose>{reason}</Prose>
        </span>
      )}
      {reply && kinds[state] !== 'booked' && <span className={styles.quiet}>{words.serverSaid(reply)}</span>}
      {onReturned && state === 'sent' && (
        <span>
          <Button
            size="compact-sm"
            variant="subtle"
            aria-label={words.returnedHelp(address)}
            onClick={onReturned}
          >
            {words.returned}
          </Button>
        </span>
      )}
    </li>
  )
}
