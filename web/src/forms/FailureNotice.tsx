import { useEffect } from 'react'
import { Notice } from '../components/Notice.tsx'
import { Prose } from '../components/Prose.tsx'
import { useTexts } from '../language/language.tsx'
import { fieldProblemsOf, focusFirstError, sentenceOf } from './problem.ts'

type FailureNoticeProps = {
  /** What did not happen. */
  title: string
  failure: Error | null
  /** What the form says at its fields now; left out where there is no field to blame. */
  errors?: Readonly<Record<string, unknown>>
  /** Why, where the form knows it better than the API. */
  sentence?: string
}

/**
 * What did not happen, above a form or a question. It leads to the first field that is to blame, and is gone once
 * the last of them was mended.
 */
export function FailureNotice({ title, failure, errors, sentence }: FailureNoticeProps) {
  const texts = useTexts()
  useEffect(() => {
    if (failure) focusFirstError()
  }, [failure])
  if (failure === null || isMended(failure, errors)) return null
  return (
    <Notice kind="failed" title={title}>
      <Prose>{sentence ?? sentenceOf(failure, texts)}</Prose>
    </Notice>
  )
}

function isMended(failure: Error, errors: Readonly<Record<string, unknown>> | undefined): boolean {
  return errors !== undefined && fieldProblemsOf(failure).length > 0 && Object.keys(errors).length === 0
}
