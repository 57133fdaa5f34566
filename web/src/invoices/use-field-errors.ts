import { useCallback, useEffect, useMemo, useState } from 'react'
import type { useTexts } from '../language/language.tsx'
import type { AutosaveState } from './autosave.ts'
import type { ReadDraft } from './fields.ts'
import { placeInForm, valueAt } from './form-places.ts'
import type { PreviewState } from './use-preview.ts'

type FieldErrorsOptions = {
  read: ReadDraft
  preview: PreviewState
  save: AutosaveState
  words: ReturnType<typeof useTexts>['invoiceForm']
}

export type ErrorOf = (path: string) => string | undefined

/** What is wrong with a field, and whether it was found here, so that it is about what stands there now. */
type Found = { message: string; here: boolean }

/**
 * What is wrong, by the path of its field. A field speaks up once it was left, or when the whole invoice is
 * asked to become final; a form that was just opened is not red. What the API finds waits for an answer about what
 * stands there now: an answer from before would push the page down under the pointer for a moment.
 */
export function useFieldErrors({ read, preview, save, words }: FieldErrorsOptions) {
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set())
  const [answered, setAnswered] = useState(touched)
  const [all, setAll] = useState(false)
  const { data, isSilent, isStale } = preview
  useEffect(() => {
    if (!isStale) setAnswered(touched)
  }, [isStale, touched])
  const found = useMemo(() => {
    const errors = new Map<string, Found>()
    const add = (path: string, message: string, here = false) => {
      const place = formPath(placeInForm(path, read))
      if (!errors.has(place)) errors.set(place, { message, here })
    }
    for (const path of read.unreadable) errors.set(path, { message: messageOf(path, words), here: true })
    for (const field of save.kind === 'refused' ? (save.failure?.problem?.fields ?? []) : [])
      add(field.path, field.message, true)
    // What was changed since is not red any more: the answer is about what stood there before.
    const holds = (path: string) => {
      const field = formPath(path)
      return !isSilent || valueAt(data?.asked, field) === valueAt(read.content, field)
    }
    for (const problem of [...(data?.problems ?? []), ...(data?.booking?.blockers ?? [])])
      if (holds(problem.path)) add(problem.path, problem.message)
    return errors
  }, [read, data, isSilent, save, words])

  return {
    of: useCallback<ErrorOf>(
      (path) => {
        const error = found.get(path)
        if (!error) return undefined
        return all || (error.here ? touched : answered).has(path) ? error.message : undefined
      },
      [all, touched, answered, found],
    ),
    touch: useCallback((path: string) => setTouched((before) => new Set([...before, path])), []),
    showAll: useCallback(() => setAll(true), []),
  }
}

/** Why a field cannot be read. */
function messageOf(path: string, words: FieldErrorsOptions['words']): string {
  if (path === 'invoiceDate' || path.startsWith('supply.')) return words.notADay
  return path.endsWith('.vatTreatment') ? words.notAVatRate : words.notANumber
}

/** A problem of the chosen customer shows at the field that chooses it, and one of the rate at that of its line. */
function formPath(path: string): string {
  return path.startsWith('customer.') ? 'customerId' : path
}
