import { useCallback, useMemo, useState } from 'react'
import type { Preview } from '../api/invoices.ts'
import type { useTexts } from '../language/language.tsx'
import { placeInForm, type ReadDraft } from './fields.ts'
import type { SaveState } from './use-autosave.ts'

type FieldErrorsOptions = {
  read: ReadDraft
  preview: Preview | undefined
  save: SaveState
  words: ReturnType<typeof useTexts>['invoiceForm']
}

export type ErrorOf = (path: string) => string | undefined

/**
 * What is wrong, by the path of its field. A field speaks up once it was left, or when the whole invoice is
 * asked to become final; a form that was just opened is not red.
 */
export function useFieldErrors({ read, preview, save, words }: FieldErrorsOptions) {
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set())
  const [all, setAll] = useState(false)
  const found = useMemo(() => {
    const errors = new Map<string, string>()
    const add = (path: string, message: string) => {
      const place = formPath(placeInForm(path, read.places))
      if (!errors.has(place)) errors.set(place, message)
    }
    for (const path of read.unreadable) errors.set(path, words.notANumber)
    for (const field of save.kind === 'refused' ? (save.failure.problem?.fields ?? []) : [])
      add(field.path, field.message)
    for (const problem of [...(preview?.problems ?? []), ...(preview?.booking?.blockers ?? [])])
      add(problem.path, problem.message)
    return errors
  }, [read, preview, save, words])

  return {
    of: useCallback<ErrorOf>(
      (path) => (all || touched.has(path) ? found.get(path) : undefined),
      [all, touched, found],
    ),
    touch: useCallback((path: string) => setTouched((before) => new Set([...before, path])), []),
    showAll: useCallback(() => setAll(true), []),
  }
}

/** A problem of the chosen customer shows at the field that chooses it. */
function formPath(path: string): string {
  return path.startsWith('customer.') ? 'customerId' : path
}
