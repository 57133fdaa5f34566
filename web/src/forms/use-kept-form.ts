import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { sessionQuery } from '../api/session.ts'
import { type KeptValues, readKept, same } from './kept.ts'
import { forgetUnsaved, keepUnsaved, unsavedUnder } from './unsaved.ts'

type KeptFormOptions<Values> = {
  /** What the form is about, within the organization. */
  name: string
  /** What is saved now, or what a new one begins with. */
  saved: Values
  /** A form that begins with a given value of this field does not begin with what was typed for another. */
  only?: keyof Values & string
  /** Fields that are judged together with another: when that changes, what was wrong with them is no longer known. */
  judgedWith?: Partial<Record<keyof Values & string, readonly (keyof Values & string)[]>>
}

/**
 * A form of which this browser keeps what was typed until it is saved, so that neither navigating nor the end of a
 * session loses it. Not for secrets: what is kept can be read by whoever has the browser.
 */
export function useKeptForm<Values extends KeptValues>({
  name,
  saved,
  only,
  judgedWith,
}: KeptFormOptions<Values>) {
  const { data: session } = useQuery(sessionQuery)
  const keepUnder = `${session?.organization?.id ?? ''}.${name}`
  const [begin] = useState(() => {
    const kept = readKept(unsavedUnder(keepUnder), saved)
    return only && saved[only] && kept?.values[only] !== saved[only] ? undefined : kept
  })
  const form = useForm<Values>({
    initialValues: begin?.values ?? saved,
    onValuesChange: (now, before) => {
      for (const [field, others] of Object.entries(judgedWith ?? {}))
        if (now[field] !== before[field]) for (const other of others ?? []) form.clearFieldError(other)
    },
  })
  const [restored, setRestored] = useState(begin !== undefined)
  const from = useRef(begin?.from ?? saved)
  const base = useRef(saved)
  const keeping = useRef(begin !== undefined)
  const { values, setValues, clearErrors } = form

  useEffect(() => {
    if (!same(values, base.current)) {
      keeping.current = true
      keepUnsaved(keepUnder, { values, from: from.current })
    } else if (keeping.current) {
      keeping.current = false
      forgetUnsaved(keepUnder)
    }
  }, [values, keepUnder])

  const settle = useCallback(
    (now: Values) => {
      base.current = now
      from.current = now
      keeping.current = false
      forgetUnsaved(keepUnder)
      setRestored(false)
    },
    [keepUnder],
  )

  return {
    form,
    /** The form began with work that had not been saved. */
    restored,
    /** That work was done on something else than what is saved now. */
    outdated: restored && !same(from.current, base.current),
    /** Forgets what was typed, and shows what is saved. */
    startOver: useCallback(() => {
      setValues(base.current)
      clearErrors()
      settle(base.current)
    }, [setValues, clearErrors, settle]),
    /** Notes that this is saved now. */
    settle,
  }
}
