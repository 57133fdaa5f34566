import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { Empty } from '../components/Empty.tsx'
import { Filters } from '../components/Filters.tsx'
import { Notice } from '../components/Notice.tsx'
import { PagedList } from '../components/PagedList.tsx'
import { PageHead } from '../components/PageHead.tsx'
import { Sheet } from '../components/Sheet.tsx'
import table from '../components/Table.module.css'
import { useFormat } from '../format/format.ts'
import { useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'
import styles from './Messages.module.css'
import { type Message, mailSettingsQuery, messagesQuery } from './queries.ts'
import { RecipientRow } from './RecipientRow.tsx'

/** «Postvak»: all mails with invoices, also those that no server sends. */
export function OutboxPage() {
  const { invoices: list, messages: words } = useTexts()
  const { toon } = useSearch({ from: '/members/organization/postvak' })
  const query = useInfiniteQuery(messagesQuery(toon === 'mislukt' ? { failing: 'true' } : {}))
  const { data: settings } = useQuery(mailSettingsQuery)
  return (
    <>
      <PageHead
        title={words.outbox}
        lead={words.outboxLead}
        back={{ link: paths.invoices(), label: list.title }}
      />
      {settings?.delivers === false && (
        <div className={styles.above}>
          <Notice kind="waiting" title={words.outboxNoServer} />
        </div>
      )}
      <Sheet aria-label={words.outbox}>
        <div className={table.bar}>
          <Filters
            label={words.outboxFilters}
            filters={[
              { label: words.outboxAll, link: paths.outbox(), current: toon === undefined },
              {
                label: words.outboxFailing,
                link: paths.outbox({ toon: 'mislukt' }),
                current: toon === 'mislukt',
              },
            ]}
          />
        </div>
        <PagedList
          query={query}
          unavailable={words.outboxUnavailable}
          none={<Empty title={words.outboxEmpty} text={words.outboxEmptyText} />}
        >
          {(messages) => (
            <ul className={styles.rows}>
              {messages.map((message) => (
                <OutboxRow key={message.id} message={message} />
              ))}
            </ul>
          )}
        </PagedList>
      </Sheet>
    </>
  )
}

function OutboxRow({ message }: { message: Message }) {
  const { messages: words } = useTexts()
  const format = useFormat()
  return (
    <li className={styles.message}>
      <div className={styles.head}>
        <b>
          <Link {...paths.message(message.id)}>{message.subject}</Link>
        </b>
        <span className={styles.quiet}>{format.moment(message.createdAt)}</span>
      </div>
      <span className={styles.quiet}>
        {message.customer} ·{' '}
        <Link {...paths.invoice(message.invoiceId)}>{words.invoice(message.number)}</Link>
      </span>
      <ul className={styles.recipients}>
        {message.recipients.map((recipient) => (
          <RecipientRow key={recipient.position} recipient={recipient} />
        ))}
      </ul>
    </li>
  )
}
