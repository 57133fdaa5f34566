import type { UseFormReturnType } from '@mantine/form'
import { ApiFailure } from '../api/failure.ts'
import type { useTexts } from '../language/language.tsx'

type FailureTexts = Pick<ReturnType<typeof useTexts>, 'failures' | 'common'>

/**
 * Puts what the API refused at the fields it is about, and moves to the first of them.
 * @returns whether any field of the form was named
 */
export function showFieldProblems<Values extends Record<string, unknown>>(
  form: UseFormReturnType<Values>,
  failure: unknown,
): boolean {
  const fields = failure instanceof ApiFailure ? (failure.problem?.fields ?? []) : []
  const known = fields.filter((field) => hasPath(form.getValues(), field.path))
  if (known.length === 0) return false
  form.setErrors(Object.fromEntries(known.map((field) => [field.path, field.message])))
  focusFirstError()
  return true
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
    const field = document.querySelector<HTMLElement>(
      'main [aria-invalid="true"], [role="dialog"] [aria-invalid="true"]',
    )
    if (field) field.focus()
    else document.querySelector('main [role="alert"]')?.scrollIntoView({ block: 'center' })
  })
}

function hasPath(values: unknown, path: string): boolean {
  return path.split('.').every((step) => {
    if (typeof values !== 'object' || values === null || !(step in values)) return false
    values = (values as Record<string, unknown>)[step]
    return true
  })
}
