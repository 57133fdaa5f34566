import { useQuery } from '@tanstack/react-query'
import { AskHelpButton } from '../cases/AskHelpButton.tsx'
import { Facts } from '../components/Facts.tsx'
import { ButtonLink } from '../components/links.tsx'
import { useWayToMend } from '../components/mending.ts'
import { Prose } from '../components/Prose.tsx'
import { Sheet } from '../components/Sheet.tsx'
import { Status, statusOf } from '../components/Status.tsx'
import { useFormat } from '../format/format.ts'
import { useTexts } from '../language/language.tsx'
import { DecidedOverride } from '../overrides/DecidedOverride.tsx'
import { OverrideButtons } from '../overrides/OverrideButtons.tsx'
import { overviewQuery } from '../overview/queries.ts'
import { paths } from '../routing/paths.ts'
import styles from './FinalInvoice.module.css'
import type { Invoice } from './queries.ts'

/** How a final invoice stands in the books, and what that means. */
export function BooksCard({ invoice: { books, id, number, origin } }: { invoice: Invoice }) {
  const { invoicePage: words } = useTexts()
  const format = useFormat()
  const wayToMend = useWayToMend()
  const way = books.cause?.mending ? wayToMend(books.cause.mending) : null
  const explained = {
    none: '',
    booked: words.booksBooked,
    verified: words.booksVerified,
    adopted: words.booksAdopted,
    excluded: words.booksExcluded,
    waiting: books.cause ? books.cause.title : words.booksWaiting,
    not_connected: words.booksNotConnected,
    nothing_to_book: words.booksNothing,
    history: words.booksHistory(origin ?? ''),
    failed: '',
  }[books.state]
  const isDecided = books.state === 'adopted' || books.state === 'excluded'
  // Of one that failed they stand beside what went wrong.
  const isOpen = books.state === 'not_connected' || books.state === 'waiting'
  return (
    <Sheet as="div" padded className={styles.books} aria-live="polite">
      <h2>{words.inBooks}</h2>
      <Status of={statusOf(books.state)} />
      {explained && (
        <p className={styles.text}>
          <Prose>{explained}</Prose>
        </p>
      )}
      {books.state === 'waiting' && books.cause && (
        <p className={styles.text}>
          <Prose>{books.cause.detail}</Prose>
        </p>
      )}
      {books.nextTryAt && (
        <p className={styles.text}>{words.nextTry(format.moment(books.nextTryAt, true))}</p>
      )}
      {way && <ButtonLink {...way.link}>{way.words}</ButtonLink>}
      {books.state === 'waiting' && books.cause && <AskHelpButton subject={{ kind: 'invoice', id }} />}
      <Facts
        items={[
          [words.administration, books.administration],
          [words.mutation, books.mutationNumber],
          [words.bookedAt, books.bookedAt && format.moment(books.bookedAt, true)],
        ]}
      />
      {books.state === 'not_connected' && <LeftOut />}
      {isDecided && <DecidedOverride invoiceId={id} />}
      {isOpen && <OverrideButtons invoiceId={id} number={number ?? ''} />}
    </Sheet>
  )
}

/** What to do about an invoice that became final without a connection; there may be one by now. */
function LeftOut() {
  const { invoicePage: words } = useTexts()
  const { data: overview } = useQuery(overviewQuery)
  const connectable = overview?.connectionState === 'none' || overview?.connectionState === 'disconnected'
  return (
    <>
      <p className={styles.text}>
        <Prose>{words.booksByHand}</Prose>
      </p>
      {connectable ? (
        <>
          <p className={styles.text}>{words.booksNextOnes}</p>
          <ButtonLink {...paths.integrations()}>{words.booksConnect}</ButtonLink>
        </>
      ) : (
        <ButtonLink {...paths.backfill()} size="sm">
          {words.booksEarlier}
        </ButtonLink>
      )}
    </>
  )
}
