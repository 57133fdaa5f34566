import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { isForbidden, isNotFound } from '../api/failure.ts'
import { Facts } from '../components/Facts.tsx'
import { PageHead } from '../components/PageHead.tsx'
import { PageLoading } from '../components/PageLoading.tsx'
import { Sheet } from '../components/Sheet.tsx'
import { useFormat } from '../format/format.ts'
import styles from '../invoices/FinalInvoice.module.css'
import { useTexts } from '../language/language.tsx'
import { NotFoundPage } from '../layouts/NotFoundPage.tsx'
import { paths } from '../routing/paths.ts'
import { retryBookingForSupport, type SupportBookingDetail, supportBookingQuery } from './queries.ts'
import { SupportDetail } from './SupportDetail.tsx'
import { SupportExplanation } from './SupportExplanation.tsx'

/** A booking follows its retry closely. */
const lookMs = 3_000

/** One booking as support sees it: the cause, the story, and what was said to e-Boekhouden.nl. */
export function SupportBookingPage() {
  const { support: texts } = useTexts()
  const { bookingId } = useParams({ from: '/members/support/$bookingId' })
  const { data, error, refetch } = useQuery({ ...supportBookingQuery(bookingId), refetchInterval: lookMs })
  if (isNotFound(error) || isForbidden(error)) return <NotFoundPage title={texts.notFoundTitle} />
  const back = { link: paths.support(), label: texts.title }
  if (!data) {
    return (
      <PageLoading
        title={texts.title}
        back={back}
        error={error}
        unavailable={texts.unavailable}
        onRetry={() => void refetch()}
      />
    )
  }
  return (
    <>
      <PageHead title={texts.bookingTitle(data.invoiceNumber, data.organization.name)} back={back} />
      <SupportDetail
        explanation={data.cause && <BookingExplanation booking={data} cause={data.cause} />}
        timeline={data.timeline}
        exchanges={data.exchanges}
        facts={<BookingFacts booking={data} />}
      />
    </>
  )
}

type BookingExplanationProps = {
  booking: SupportBookingDetail
  cause: NonNullable<SupportBookingDetail['cause']>
}

function BookingExplanation({ booking, cause }: BookingExplanationProps) {
  const { support: texts, invoicePage: words } = useTexts()
  const { id, invoiceNumber, relation, connection, retryable } = booking
  return (
    <SupportExplanation
      title={cause.mayBeBooked ? texts.doubtTitle(invoiceNumber) : texts.failedTitle(invoiceNumber)}
      cause={cause}
      causesBeside={[
        [texts.relation, relation.cause],
        [texts.connection, connection?.cause ?? null],
      ]}
      mending={connection?.cause?.mending ?? cause.mending}
      note={words.retryNote}
      retried={words.retried}
      retry={{ possible: retryable, run: () => retryBookingForSupport(id) }}
    />
  )
}

function BookingFacts({ booking }: { booking: SupportBookingDetail }) {
  const { support: texts, invoicePage: words } = useTexts()
  const format = useFormat()
  return (
    <Sheet as="div" padded>
      <h2 className={styles.sideTitle}>{texts.amount}</h2>
      <p className={styles.amount}>{format.euro(booking.totalGross)}</p>
      <Facts
        items={[
          [texts.organization, booking.organization.name],
          [words.customer, booking.customerName],
          [words.date, format.day(booking.invoiceDate)],
          [words.due, format.day(booking.dueDate)],
          [texts.since, format.moment(booking.since, true)],
          // What ended, well or badly, counts no attempts any more.
          [texts.attempts, booking.attempts > 0 && String(booking.attempts)],
          [words.bookingReference, booking.reference],
          [words.mutation, booking.mutationNumber],
          [texts.relationCode, booking.relation.code],
        ]}
      />
    </Sheet>
  )
}
