import type { UseFormReturnType } from '@mantine/form'
import { ApiFailure } from '../api/failure.ts'
import { hasFocus } from '../components/use-return-focus.ts'
import type { useTexts } from '../language/language.tsx'

type FailureTexts = Pick<ReturnType<typeof useTexts>, 'failures' | 'common'>

/** Puts what the API refused at the fields it is about; the notice above the form leads to the first of them. */
export function showFieldProblems<Values extends Record<string, unknown>>(
  form: UseFormReturnType<Values>,
  failure: unknown,
) {
  const known = fieldProblemsOf(failure).filter((field) => hasPath(form.getValues(), field.path))
  if (known.length > 0) form.setErrors(Object.fromEntries(known.map((field) => [field.path, field.message])))
}

/** What the API refused of each field; nothing of another failure. */
export function fieldProblemsOf(failure: unknown) {
  return failure instanceof ApiFailure ? (failure.problem?.fields ?? []) : []
}

/** The sentence above a form after a failure. */
export function sentenceOf(failure: unknown, { failures, common }: FailureTexts): string {
  if (!(failure instanceof ApiFailure)) return failures.unexpected
  if (failure.status === 0) return failures.unreachable
  if (failure.problem?.fields?.length) return `${common.nothingStored} ${common.checkFields}`
  return failure.problem?.detail ?? failures.unexpected
}

/** Moves to the first field that says what is wrong, once it has been drawn; without one to the message above. */
export function focusFirstError() {
  requestAnimationFrame(() => {
    const place = document.querySelector('[role="dialog"]') ?? document.querySelector('main')
    const field = place?.querySelector<HTMLElement>('[aria-invalid="true"]')
    if (field) return field.focus()
    const message = place?.querySelector<HTMLElement>('[role="alert"]')
    message?.scrollIntoView({ block: 'nearest' })
    if (!hasFocus()) message?.focus()
  })
}

function hasPath(values: unknown, path: string): boolean {
  return path.split('.').every((step) => {
    if (typeof values !== 'object' || values === null || !(step in values)) return false
    values = (values as Record<string, unknown>)[step]
    return true
  })
}
