import { useQueryClient } from '@tanstack/react-query'
import { useSingleMutation } from '../api/single-mutation.ts'
import { BusyButton } from '../components/BusyButton.tsx'
import { ButtonLink } from '../components/links.tsx'
import { Permitted } from '../components/Permitted.tsx'
import { Sheet } from '../components/Sheet.tsx'
import { useFormat } from '../format/format.ts'
import { FailureNotice } from '../forms/FailureNotice.tsx'
import { useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'
import styles from './Backfill.module.css'
import { BackfillCounts } from './BackfillCounts.tsx'
import { backfillQuery, type Found, steps } from './queries.ts'

/** How far what was confirmed is, and how to stop it. */
export function BackfillProgress({ found }: { found: Found }) {
  const { backfills: words } = useTexts()
  const format = useFormat()
  const { confirmedBy, endedAt, progress, state, stoppedBy } = found
  const { adopted, booked, failed, refused, total, waiting } = progress
  const done = adopted + booked + failed + refused
  return (
    <Sheet padded className={styles.plan} aria-live="polite">
      <h2>{state === 'done' ? words.done : words.running(done, total)}</h2>
      <progress className={styles.bar} aria-label={words.progress} max={total} value={done} />
      <p className={styles.quiet}>
        {state === 'running' && words.runningText}
        {state === 'stopped' && `${words.stopped(stoppedBy ?? '')}. ${words.stoppedText}`}
        {state === 'done' && endedAt && words.doneText(format.moment(endedAt), confirmedBy ?? '')}
      </p>
      <BackfillCounts
        items={[
          [words.booked, booked],
          [words.adopted, adopted],
          [words.waiting, waiting],
          [words.failed, failed],
          [words.refused, refused],
        ]}
      />
      {refused > 0 && <p className={styles.quiet}>{words.refusedText}</p>}
      {failed > 0 && (
        <ButtonLink {...paths.invoices({ toon: 'mislukt' })} size="sm">
          {words.toFailed}
        </ButtonLink>
      )}
      <Permitted to="bookings">
        <div className={styles.steps}>
          {state === 'running' && <Step step="stop" />}
          {state === 'stopped' && <Step step="resume" />}
          {state === 'stopped' && <Step step="drop" />}
        </div>
      </Permitted>
    </Sheet>
  )
}

function Step({ step }: { step: keyof typeof steps }) {
  const { backfills: words } = useTexts()
  const queryClient = useQueryClient()
  const taking = useSingleMutation({
    mutationFn: () => steps[step](),
    onSuccess: (taken) => queryClient.setQueryData(backfillQuery.queryKey, taken),
    onError: () => void queryClient.invalidateQueries({ queryKey: backfillQuery.queryKey }),
  })
  return (
    <>
      <BusyButton
        variant={step === 'resume' ? 'star' : 'default'}
        busy={taking.isPending}
        onClick={() => taking.mutate(undefined)}
      >
        {words[step]}
      </BusyButton>
      {taking.error && <FailureNotice title={words.notDone} failure={taking.error} />}
    </>
  )
}
