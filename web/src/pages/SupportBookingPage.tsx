import { Button } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams, useRouter } from '@tanstack/react-router'
import { isForbidden, isNotFound } from '../api/failure.ts'
import { retryForSupport, type SupportBookingDetail, supportBookingQuery } from '../api/support.ts'
import { Explanation } from '../components/Explanation.tsx'
import { Facts } from '../components/Facts.tsx'
import { CheckIcon, CopyIcon, RetryIcon } from '../components/icons.ts'
import type { Mending } from '../components/mending.ts'
import { useWayToMend } from '../components/mending.ts'
import { Notice } from '../components/Notice.tsx'
import { PageHead } from '../components/PageHead.tsx'
import { PageLoading } from '../components/PageLoading.tsx'
import { Sheet } from '../components/Sheet.tsx'
import { Timeline } from '../components/Timeline.tsx'
import { useToast } from '../components/Toasts.tsx'
import { useFormat } from '../format/format.ts'
import { sentenceOf } from '../forms/problem.ts'
import styles from '../invoices/FinalInvoice.module.css'
import { useTexts } from '../language/language.tsx'
import { paths } from '../paths.ts'
import { ExchangeList } from '../support/ExchangeList.tsx'
import { NotFoundPage } from './NotFoundPage.tsx'

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
      <div className={styles.columns} data-failed={data.cause !== null || undefined}>
        <div className={styles.main}>
          {data.cause && <SupportExplanation booking={data} />}
          <Timeline
            title={texts.timeline}
            moments={data.timeline.map((moment, place) => ({ ...moment, id: `${place}` })).reverse()}
          />
          <ExchangeList exchanges={data.exchanges} />
        </div>
        <aside className={styles.side}>
          <SupportFacts booking={data} />
        </aside>
      </div>
    </>
  )
}

function SupportExplanation({ booking }: { booking: SupportBookingDetail }) {
  const texts = useTexts()
  const { support, invoicePage: words } = texts
  const queryClient = useQueryClient()
  const toast = useToast()
  const retry = useMutation({
    mutationFn: retryForSupport,
    onSuccess: () => toast({ text: words.retried }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['support'] }),
  })
  const { cause } = booking
  if (!cause) return null
  const mending = booking.connection?.cause?.mending ?? cause.mending
  return (
    <Explanation
      marked
      title={
        cause.mayBeBooked
          ? support.doubtTitle(booking.invoiceNumber)
          : support.failedTitle(booking.invoiceNumber)
      }
      lead={`${support.who}: ${support.actors[cause.actor]}`}
      answers={[
        [words.whatHappened, cause.title],
        [words.why, cause.detail],
        [words.whoDoesWhat, cause.action],
        [support.relation, booking.relation.cause?.detail ?? ''],
        [support.connection, booking.connection?.cause?.detail ?? ''],
        [words.code, cause.serviceCode ?? ''],
      ]}
      note={words.retryNote}
      actions={
        <>
          {booking.retryable && (
            <Button
              variant="star"
              leftSection={<RetryIcon aria-hidden />}
              loading={retry.isPending}
              onClick={() => retry.mutate(booking.id)}
            >
              {support.retry}
            </Button>
          )}
          {mending && <CopyAddress mending={mending} />}
        </>
      }
    >
      {retry.error && (
        <Notice kind="failed" title={words.retryFailed}>
          {sentenceOf(retry.error, texts)}
        </Notice>
      )}
    </Explanation>
  )
}

/** Support sees no screens of the organization, so the address is handed to whoever must mend it. */
function CopyAddress({ mending }: { mending: Mending }) {
  const { support: texts, common } = useTexts()
  const router = useRouter()
  const wayToMend = useWayToMend()
  const clipboard = useClipboard({ timeout: 3_000 })
  const { href } = router.buildLocation(wayToMend(mending).link)
  return (
    <Button
      leftSection={clipboard.copied ? <CheckIcon aria-hidden /> : <CopyIcon aria-hidden />}
      onClick={() => clipboard.copy(new URL(href, location.origin).href)}
    >
      {clipboard.copied ? common.copied : texts.copyAddress}
    </Button>
  )
}

function SupportFacts({ booking }: { booking: SupportBookingDetail }) {
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
