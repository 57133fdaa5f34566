import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { ApiFailure, isPassing, isSignedOut } from '../api/failure.ts'
import { sessionQuery } from '../api/session.ts'
import { registerFlush } from '../forms/flush.ts'
import { forgetUnsaved, keepUnsaved } from '../forms/unsaved.ts'
import { isWorthSaving, type ReadDraft } from './fields.ts'
import { changeInvoice, createInvoice, type Invoice, invoiceQuery } from './queries.ts'
import { noteRunningSave } from './running-saves.ts'

/** A pause in typing this long saves: short enough to lose nothing, long enough not to save every key. */
const pauseMs = 1_000
/** After a passing failure Stella tries again by itself, until it works or the page is closed. */
const retryMs = 5_000

export type SaveState =
  | { kind: 'untouched' }
  | { kind: 'unsaved' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: string }
  | { kind: 'failed' }
  | { kind: 'refused'; failure: ApiFailure }
  /** A newer version was saved elsewhere; `unsaved` when something was typed here that is in neither. */
  | { kind: 'conflict'; unsaved: boolean }
  | { kind: 'final' }

type AutosaveOptions = {
  /** The saved draft this form began with; none for a new one. */
  invoice: Invoice | undefined
  read: ReadDraft
  /** The fields themselves, kept in this browser until they are saved. */
  fields: unknown
  /** The name under which this browser keeps them. */
  keepUnder: string
  /** Whether the form began with content that this browser had kept. */
  restored: boolean
  /** The content may not overwrite a newer version that was saved elsewhere. */
  conflict: boolean
  onCreated: (invoice: Invoice) => void
}

/** Saves a draft by itself while it is typed, and at once when asked or when the form goes away. */
export function useAutosave(options: AutosaveOptions) {
  const { invoice, read, fields, keepUnder, restored, onCreated } = options
  const queryClient = useQueryClient()
  const [state, setState] = useState<SaveState>(() =>
    options.conflict
      ? { kind: 'conflict', unsaved: true }
      : invoice && !restored
        ? { kind: 'saved', at: invoice.updatedAt }
        : { kind: 'untouched' },
  )
  const known = useRef(invoice && { id: invoice.id, revision: invoice.revision })
  // What cannot be read is compared as it was typed: it is not saved, whatever it would be read as.
  const content = useMemo(
    () => JSON.stringify(read.unreadable.length > 0 ? fields : read.content),
    [read, fields],
  )
  const saved = useRef(restored ? '' : content)
  const savedAt = useRef(invoice?.updatedAt)
  /** Whether this browser keeps something that is not saved. */
  const kept = useRef(false)
  const latest = useRef({ read, fields, content, keepUnder })
  latest.current = { read, fields, content, keepUnder }
  const running = useRef<Promise<Invoice | undefined>>(undefined)
  const stopped = useRef(options.conflict)

  const save = useCallback(
    (leaving = false): Promise<Invoice | undefined> => {
      const attempt = async (): Promise<Invoice | undefined> => {
        await running.current?.catch(() => undefined)
        const { read: current, content: written, keepUnder: name } = latest.current
        if (stopped.current || written === saved.current || !isSavable(current)) return undefined
        setState({ kind: 'saving' })
        const result = known.current
          ? await changeInvoice(
              known.current.id,
              { ...current.content, revision: known.current.revision },
              leaving,
            )
          : await createInvoice(current.content)
        const created = !known.current
        known.current = { id: result.id, revision: result.revision }
        saved.current = written
        savedAt.current = result.updatedAt
        queryClient.setQueryData(invoiceQuery(result.id).queryKey, result)
        void queryClient.invalidateQueries({ queryKey: ['invoices', 'list'] })
        void queryClient.invalidateQueries({ queryKey: ['overview'] })
        if (latest.current.content === written) forgetUnsaved(name)
        setState(
          latest.current.content === written ? { kind: 'saved', at: result.updatedAt } : { kind: 'unsaved' },
        )
        if (created && !leaving) onCreated(result)
        return result
      }
      running.current = attempt()
      return running.current
    },
    [queryClient, onCreated],
  )

  const noteFailure = useCallback(
    (failure: unknown) => {
      if (isSignedOut(failure)) queryClient.setQueryData(sessionQuery.queryKey, null)
      if (!(failure instanceof ApiFailure) || isPassing(failure) || isSignedOut(failure))
        return setState({ kind: 'failed' })
      if (failure.status !== 409) return setState({ kind: 'refused', failure })
      stopped.current = true
      setState(failure.code === 'already_final' ? { kind: 'final' } : { kind: 'conflict', unsaved: true })
    },
    [queryClient],
  )

  // Typing: keep it in this browser at once, send it after a pause.
  useEffect(() => {
    if (content === saved.current) {
      if (!kept.current || stopped.current) return
      // What was typed is taken back.
      kept.current = false
      forgetUnsaved(keepUnder)
      const at = savedAt.current
      const back: SaveState = at === undefined ? { kind: 'untouched' } : { kind: 'saved', at }
      return setState((current) => (current.kind === 'unsaved' ? back : current))
    }
    kept.current = true
    keepUnsaved(keepUnder, { fields: latest.current.fields, revision: known.current?.revision ?? null })
    if (stopped.current)
      return setState((current) => (current.kind === 'conflict' ? { ...current, unsaved: true } : current))
    setState((current) => (current.kind === 'saving' ? current : { kind: 'unsaved' }))
    const timer = setTimeout(() => void save().catch(noteFailure), pauseMs)
    return () => clearTimeout(timer)
  }, [content, keepUnder, save, noteFailure])

  // What was typed while a save was on its way, also when that took it back, comes after it.
  useEffect(() => {
    if (state.kind !== 'unsaved' || content === saved.current) return
    const timer = setTimeout(() => void save().catch(noteFailure), pauseMs)
    return () => clearTimeout(timer)
  }, [state.kind, content, save, noteFailure])

  useEffect(() => {
    if (state.kind !== 'failed') return
    const timer = setTimeout(() => void save().catch(noteFailure), retryMs)
    return () => clearTimeout(timer)
  }, [state.kind, save, noteFailure])

  // Leaving: what is not saved yet is sent on its way, and stays kept here until that has worked.
  useEffect(() => registerFlush(() => save(true)), [save])
  useEffect(
    () => () => {
      const { read: current, content: written, keepUnder: name, fields: kept } = latest.current
      if (stopped.current || written === saved.current || !isSavable(current)) return
      const { id, revision } = known.current ?? { id: 'nieuw', revision: null }
      // A second form must not take up what is already on its way.
      forgetUnsaved(name)
      queryClient.removeQueries({ queryKey: invoiceQuery(id).queryKey })
      noteRunningSave(
        id,
        save(true).catch((failure) => {
          keepUnsaved(name, { fields: kept, revision })
          throw failure
        }),
      )
    },
    [queryClient, save],
  )

  return {
    state,
    /** Saves at once; undefined when there was nothing to save or it did not work. */
    saveNow: useCallback(async () => {
      await save().catch(noteFailure)
      return known.current
    }, [save, noteFailure]),
    /** Whether everything typed is saved, and nothing newer is known to stand elsewhere. */
    isSaved: () => !stopped.current && latest.current.content === saved.current,
    /** Stops saving because a newer version turned out to stand elsewhere. */
    noteOutdated: () => {
      stopped.current = true
      setState({ kind: 'conflict', unsaved: latest.current.content !== saved.current })
    },
    /** Overwrites the version that was saved elsewhere. */
    overwrite: async (revision: number) => {
      if (!known.current) return
      known.current = { ...known.current, revision }
      stopped.current = false
      saved.current = ''
      await save().catch(noteFailure)
    },
    /** Stops saving: the draft is thrown away or final. */
    stop: () => {
      stopped.current = true
      forgetUnsaved(latest.current.keepUnder)
    },
    /** The draft as it was last saved, if it ever was. */
    known,
  }
}

function isSavable(read: ReadDraft): read is ReadDraft & { content: { customerId: string } } {
  return read.unreadable.length === 0 && isWorthSaving(read)
}
