import { AskHelpButton } from '../cases/AskHelpButton.tsx'
import { Advice } from '../components/Advice.tsx'
import { BusyButton } from '../components/BusyButton.tsx'
import { Explanation } from '../components/Explanation.tsx'
import { RetryIcon } from '../components/icons.ts'
import { ButtonLink } from '../components/links.tsx'
import { MoreAbout } from '../components/MoreAbout.tsx'
import { useWayToMend } from '../components/mending.ts'
import { Permitted } from '../components/Permitted.tsx'
import { RetryOutcome } from '../forms/RetryOutcome.tsx'
import type { Retry } from '../forms/use-retry.ts'
import { useTexts } from '../language/language.tsx'
import { OverrideButtons } from '../overrides/OverrideButtons.tsx'
import type { Invoice } from './queries.ts'

type FailureExplainedProps = {
  /** As it stood when it failed. */
  invoice: Invoice
  retry: Retry<Invoice>
}

/** A booking that failed: what happened, why, who must do what, and the way to offer it again. */
export function FailureExplained({ invoice, retry }: FailureExplainedProps) {
  const { invoicePage: words } = useTexts()
  const wayToMend = useWayToMend()
  const number = invoice.number ?? ''
  const { bookingId, cause } = invoice.books
  // What is mended in the books themselves ends here, by offering it again.
  const way = cause?.mending && cause.mending.kind !== 'invoice' ? wayToMend(cause.mending) : null
  // Where only the support can help, the answers say so already.
  const note = cause?.mending ? `${words.retryNote} ${words.stuck}` : words.retryNote
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
            <Permitted to="bookings">
              <BusyButton
                variant={way ? 'default' : 'star'}
                leftSection={<RetryIcon aria-hidden />}
                busy={retry.isRunning}
                onClick={() => retry.start(invoice)}
              >
                {words.retry}
              </BusyButton>
            </Permitted>
          )}
          <AskHelpButton subject={{ kind: 'invoice', id: invoice.id }} />
          {cause && <MoreAbout cause={cause.code} />}
        </>
      }
    >
      <RetryOutcome {...retry} />
      <OverrideButtons invoiceId={invoice.id} number={number} />
    </Explanation>
  )
}
