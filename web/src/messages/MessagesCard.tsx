import { Button } from '@mantine/core'
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useSingleMutation } from '../api/single-mutation.ts'
import { BusyButton } from '../components/BusyButton.tsx'
import { useRefusal } from '../components/Permitted.tsx'
import { Sheet } from '../components/Sheet.tsx'
import { useToast } from '../components/Toasts.tsx'
import { useFormat } from '../format/format.ts'
import { useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'
import styles from './Messages.module.css'
import {
  type Message,
  mailSettingsQuery,
  messagesQuery,
  type Recipient,
  refreshMessages,
  retryMessage,
  returnMessage,
  settleMessages,
} from './queries.ts'
import { RecipientRow } from './RecipientRow.tsx'

/** While a mail is on its way the page looks this often itself, should the stream be away. */
const lookMs = 5_000

const hasNotArrived = ({ state }: Recipient) => ['refused', 'unknown', 'returned'].includes(state)
const failing = ({ recipients }: Message) =>
  recipients.some((recipient) => !recipient.isSettled && hasNotArrived(recipient))
const isOpen = ({ recipients }: Message) =>
  recipients.some(({ state }) => ['waiting', 'sending', 'handed_over'].includes(state))
const canAgain = ({ recipients }: Message) => recipients.some(hasNotArrived)

/** The mails of one invoice: to whom, how they stand, and what to do about those that did not arrive. */
export function MessagesCard({ invoiceId, onSend }: { invoiceId: string; onSend: () => void }) {
  const { messages: words } = useTexts()
  const { data } = useInfiniteQuery({
    ...messagesQuery({ invoiceId }),
    refetchInterval: (query) =>
      query.state.data?.pages.some(({ items }) => items.some(isOpen)) ? lookMs : false,
  })
  const messages = data?.pages.flatMap(({ items }) => items)
  const isSent = messages?.some(({ recipients }) => recipients.some(({ state }) => state === 'sent')) ?? false
  const { data: settings } = useQuery({ ...mailSettingsQuery, enabled: isSent })
  const mayMail = useRefusal('invoices') === null
  if (!messages) return null
  return (
    <Sheet as="div" padded aria-live="polite">
      <h2 className={styles.heading}>{words.card}</h2>
      {messages.length === 0 ? (
        <p className={styles.quiet}>{words.none}</p>
      ) : (
        <ul className={styles.list}>
          {messages.map((message) => (
            <MessageItem key={message.id} message={message} />
          ))}
        </ul>
      )}
      <div className={styles.buttons}>
        {messages.length > 0 && mayMail && (
          <Button size="sm" onClick={onSend}>
            {words.sendAgain}
          </Button>
        )}
        {messages.some(failing) && mayMail && <SettleButton invoiceId={invoiceId} />}
      </div>
      {isSent && (
        <p className={styles.foot}>
          {words.accepted} {settings?.seesBounces === false && words.bouncesUnseen}
        </p>
      )}
    </Sheet>
  )
}

function MessageItem({ message }: { message: Message }) {
  const { messages: words } = useTexts()
  const format = useFormat()
  const toast = useToast()
  const queryClient = useQueryClient()
  const mayMail = useRefusal('invoices') === null
  const done = { onSettled: () => refreshMessages(queryClient) }
  const again = useSingleMutation({
    mutationFn: () => retryMessage(message.id),
    onSuccess: () => toast({ text: words.retried }),
    onError: () => toast({ text: words.notRetried }),
    ...done,
  })
  const returning = useSingleMutation({ mutationFn: returnMessage, ...done })
  return (
    <li className={styles.message}>
      <div className={styles.head}>
        <Link {...paths.message(message.id)} aria-label={words.readOf(message.subject)}>
          {message.subject}
        </Link>
        <span className={styles.quiet}>{format.moment(message.createdAt)}</span>
      </div>
      <ul className={styles.recipients}>
        {message.recipients.map((recipient) => (
          <RecipientRow
            key={recipient.position}
            recipient={recipient}
            onReturned={() => returning.mutate({ id: message.id, position: recipient.position })}
          />
        ))}
      </ul>
      {canAgain(message) && mayMail && (
        <div>
          <BusyButton size="compact-sm" busy={again.isPending} onClick={() => again.mutate(undefined)}>
            {words.retry}
          </BusyButton>
        </div>
      )}
    </li>
  )
}

function SettleButton({ invoiceId }: { invoiceId: string }) {
  const { messages: words } = useTexts()
  const queryClient = useQueryClient()
  const settling = useSingleMutation({
    mutationFn: () => settleMessages(invoiceId),
    onSettled: () => refreshMessages(queryClient),
  })
  return (
    <BusyButton
      size="sm"
      variant="subtle"
      busy={settling.isPending}
      onClick={() => settling.mutate(undefined)}
    >
      {words.settle}
    </BusyButton>
  )
}
