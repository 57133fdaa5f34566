import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Advice } from '../components/Advice.tsx'
import { Explanation } from '../components/Explanation.tsx'
import { RetryIcon } from '../components/icons.ts'
import { ButtonLink } from '../components/links.tsx'
import { useWayToMend } from '../components/mending.ts'
import { Notice } from '../components/Notice.tsx'
import { useToast } from '../components/Toasts.tsx'
import { sentenceOf } from '../forms/problem.ts'
import { useTexts } from '../language/language.tsx'
import { type Invoice, invoiceQuery, retryBooking } from './queries.ts'

/** A booking that failed: what happened, why, who must do what, and the way to offer it again. */
export function FailureExplained({ invoice }: { invoice: Invoice }) {
  const texts = useTexts()
  const { invoicePage: words } = texts
  const queryClient = useQueryClient()
  const toast = useToast()
  const wayToMend = useWayToMend()
  const number = invoice.number ?? ''
  const { bookingId, cause } = invoice.books
  // What is mended in the books themselves ends here, by offering it again.
  const way = cause?.mending && cause.mending.kind !== 'invoice' ? wayToMend(cause.mending) : null
  // Where only the support can help, the answers say so already.
  const note = cause?.mending ? `${words.retryNote} ${words.stuck}` : words.retryNote
  const retry = useMutation({
    mutationFn: retryBooking,
    onSuccess: () => toast({ text: words.retried }),
    onSettled: () =>
      Promise.all(
        [invoiceQuery(invoice.id).queryKey, ['overview'], ['activities'], ['invoices', 'list']].map(
          (queryKey) => queryClient.invalidateQueries({ queryKey }),
        ),
      ),
  })
  return (
    <Explanation
      title={cause?.mayBeBooked ? words.doubtTitle(number) : words.failedTitle(number)}
      lead={cause?.mayBeBooked ? words.doubtLead : words.failedLead}
      answers={[
        [words.whatHappened, cause?.title ?? words.happened],
        [words.why, cause?.why ?? ''],
        [words.whoDoesWhat, cause?.detail ?? ''],
      ]}
      note={<Advice about={words.failedTitle(number)}>{note}</Advice>}
      actions={
        <>
          {way && (
            <ButtonLink {...way.link} variant="star">
              {way.words}
            </ButtonLink>
          )}
          {bookingId && (
            <Button
              variant={way ? 'default' : 'star'}
              leftSection={<RetryIcon aria-hidden />}
              loading={retry.isPending}
              onClick={() => retry.mutate(bookingId)}
            >
              {words.retry}
            </Button>
          )}
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
