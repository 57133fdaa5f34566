import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { isNotFound } from '../api/failure.ts'
import { Facts } from '../components/Facts.tsx'
import { PageHead } from '../components/PageHead.tsx'
import { PageLoading } from '../components/PageLoading.tsx'
import { Sheet } from '../components/Sheet.tsx'
import { useFormat } from '../format/format.ts'
import { useTexts } from '../language/language.tsx'
import { NotFoundPage } from '../layouts/NotFoundPage.tsx'
import { files, paths } from '../routing/paths.ts'
import { LetterPreview } from './LetterPreview.tsx'
import styles from './Messages.module.css'
import { messageQuery } from './queries.ts'
import { RecipientRow } from './RecipientRow.tsx'

/** One mail, as whoever gets it reads it, with its papers to open. */
export function MessagePage() {
  const { messages: words } = useTexts()
  const format = useFormat()
  const { messageId } = useParams({ from: '/members/organization/postvak/$messageId' })
  const { data: message, error, refetch } = useQuery(messageQuery(messageId))
  const back = { link: paths.outbox(), label: words.outbox }
  if (isNotFound(error)) return <NotFoundPage title={words.messageNotFound} />
  if (!message) {
    return (
      <PageLoading
        title={words.outbox}
        back={back}
        error={error}
        unavailable={words.messageUnavailable}
        onRetry={() => void refetch()}
      />
    )
  }
  const fileOf = ({ id, type }: (typeof message.attachments)[number]) =>
    type === 'attachment'
      ? files.invoiceAttachment(message.invoiceId, id ?? '')
      : type === 'pdf'
        ? files.messagePdf(message.id)
        : files.messageUbl(message.id)
  return (
    <>
      <PageHead title={message.subject} back={back} />
      <Sheet padded>
        <div className={styles.seen}>
          <Facts
            items={[
              [words.from, message.senderName],
              [words.replyTo, message.replyTo],
              [
                words.madeAt,
                `${format.moment(message.createdAt)}${message.requestedBy === null ? '' : `, ${message.requestedBy}`}`,
              ],
              [
                words.invoice(''),
                <Link key="invoice" {...paths.invoice(message.invoiceId)}>
                  {message.number}
                </Link>,
              ],
            ]}
          />
          <ul className={styles.recipients}>
            {message.recipients.map((recipient) => (
              <RecipientRow key={recipient.position} recipient={recipient} />
            ))}
          </ul>
          <ul className={styles.files} aria-label={words.attachments}>
            {message.attachments.map((attachment) => (
              <li key={attachment.name}>
                <a href={fileOf(attachment)} target="_blank" rel="noreferrer">
                  {attachment.name}
                </a>
              </li>
            ))}
          </ul>
          <LetterPreview html={message.html} title={message.subject} />
        </div>
      </Sheet>
    </>
  )
}
