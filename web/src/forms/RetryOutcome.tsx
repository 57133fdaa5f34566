import { Notice } from '../components/Notice.tsx'
import { useFormat } from '../format/format.ts'
import { useTexts } from '../language/language.tsx'
import { FailureNotice } from './FailureNotice.tsx'
import type { RetryOfOne } from './use-retry.ts'

type RetryOutcomeProps = Omit<RetryOfOne, 'start'>

/** Beside the button that offers something again: what came of pressing it. */
export function RetryOutcome({ refusal, failedAgainSince, isRunning }: RetryOutcomeProps) {
  const { retry: words } = useTexts()
  const format = useFormat()
  return (
    <>
      <FailureNotice title={words.refused} failure={refusal} />
      {failedAgainSince && (
        <Notice kind="failed" title={words.failedAgain(format.time(failedAgainSince.toISOString()))} />
      )}
      <p className="visually-hidden" role="status">
        {isRunning && words.running}
      </p>
    </>
  )
}
