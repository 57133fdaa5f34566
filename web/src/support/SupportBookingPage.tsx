import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Facts } from '../components/Facts.tsx'
import { FigureSheet } from '../components/FigureSheet.tsx'
import { useFormat } from '../format/format.ts'
import type { RetryOfOne } from '../forms/use-retry.ts'
import { useTexts } from '../language/language.tsx'
import { NoConsent } from './NoConsent.tsx'
import {
  retryBookingForSupport,
  type SupportBookingDetail,
  type SupportCause,
  supportBookingQuery,
} from './queries.ts'
import { lookMs, SupportDetail } from './SupportDetail.tsx'
import { SupportExplanation } from './SupportExplanation.tsx'
import { useOrganizationName, Whose } from './Whose.tsx'

/** One booking as support sees it. */
export function SupportBookingPage() {
  const { support: texts } = useTexts()
  const { bookingId } = useParams({ from: '/members/support/$bookingId' })
  const nameOf = useOrganizationName()
  const query = useQuery({ ...supportBookingQuery(bookingId), refetchInterval: lookMs })
  return (
    <SupportDetail
      query={query}
      notFoundTitle={texts.notFoundTitle}
      titleOf={({ invoiceNumber, organization }) => texts.bookingTitle(invoiceNumber, nameOf(organization))}
      offer={retryBookingForSupport}
      explain={(detail, cause, retry) => <BookingExplanation booking={detail} cause={cause} retry={retry} />}
      facts={(detail) => <BookingFacts booking={detail} />}
    />
  )
}

type BookingExplanationProps = {
  booking: SupportBookingDetail
  cause: SupportCause
  retry: RetryOfOne
}

function BookingExplanation({ booking, cause, retry }: BookingExplanationProps) {
  const { support: texts, invoicePage: words } = useTexts()
  const { invoiceNumber, relation, connection, retryable } = booking
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
      retryable={retryable}
      caseId={booking.caseId}
      retry={retry}
    />
  )
}

function BookingFacts({ booking }: { booking: SupportBookingDetail }) {
  const { support: texts, invoicePage: words } = useTexts()
  const format = useFormat()
  return (
    <FigureSheet
      title={texts.amount}
      figure={booking.totalGross === null ? '–' : format.euro(booking.totalGross)}
    >
      {booking.customerName === null && <NoConsent />}
      <Facts
        items={[
          [texts.organization, <Whose key="whose" organization={booking.organization} />],
          [texts.administration, booking.administration],
          [words.customer, booking.customerName],
          [words.date, booking.invoiceDate && format.day(booking.invoiceDate)],
          [words.due, booking.dueDate && format.day(booking.dueDate)],
          [texts.since, format.moment(booking.since, true)],
          // What ended, well or badly, counts no attempts any more.
          [texts.attempts, booking.attempts > 0 && String(booking.attempts)],
          [words.bookingReference, booking.reference],
          [words.mutation, booking.mutationNumber],
          [texts.relationCode, booking.relation.code],
        ]}
      />
    </FigureSheet>
  )
}
