import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { isSignedOut } from '../api/failure.ts'
import { sessionQuery } from '../api/session.ts'
import { registerFlush } from '../forms/flush.ts'
import { forgetUnsaved, keepUnsaved } from '../forms/unsaved.ts'
import { beginning, isSettled, type Typed, type Version } from './autosave.ts'
import { type DraftFields, isWorthSaving, type ReadDraft } from './fields.ts'
import {
  changeInvoice,
  createInvoice,
  type Invoice,
  type InvoiceContent,
  invoiceQuery,
  leaveDraft,
} from './queries.ts'
import { type AutosavePorts, type KeptDraft, runAutosave } from './run-autosave.ts'
import { noteRunningSave } from './running-saves.ts'

type AutosaveOptions = {
  /** The saved draft this form began with; none for a new one. */
  invoice: Invoice | undefined
  read: ReadDraft
  fields: DraftFields
  /** The name under which this browser keeps a draft that is not saved, by its id. */
  nameOf: (id: string | undefined) => string
  /** The work that this browser had kept and the form began with. */
  restored: KeptDraft | undefined
  /** That work was made on an older version than the saved one. */
  outdated: boolean
  onCreated: (id: string) => void
}

/** Saves a draft by itself while it is typed, and at once when asked or when the form goes away. */
export function useAutosave(options: AutosaveOptions) {
  const { read, fields, nameOf, onCreated } = options
  const queryClient = useQueryClient()
  const typed = useMemo(() => typedOf(read, fields), [read, fields])
  const [autosave] = useState(() =>
    runAutosave(beginWith(typed, options), {
      send: (content, version, leaving) => save(queryClient, content, version, leaving),
      keep: (id, kept) => keepUnsaved(nameOf(id), kept),
      forget: (id) => forgetUnsaved(nameOf(id)),
      onCreated: ({ id }) => onCreated(id),
      later,
    }),
  )
  const state = useSyncExternalStore(autosave.subscribe, autosave.state)

  useEffect(() => {
    if (autosave.state().typed !== typed) autosave.tell({ kind: 'typed', typed })
  }, [autosave, typed])

  useEffect(() => {
    autosave.tell({ kind: 'entered' })
    return () => {
      autosave.tell({ kind: 'left' })
      const { kind, version } = autosave.state()
      if (version && kind !== 'stopped') void autosave.untilIdle().then(() => leaveDraft(version.id))
      if (kind !== 'saving' || !version) return
      // Whoever opens it again waits for this save, and reads what it wrote.
      queryClient.removeQueries({ queryKey: invoiceQuery(version.id).queryKey })
      noteRunningSave(version.id, autosave.untilIdle())
    }
  }, [autosave, queryClient])

  useEffect(() => {
    // Whoever closes the page has left the draft too.
    const leave = () => {
      const { kind, version } = autosave.state()
      if (version && kind !== 'stopped') void leaveDraft(version.id)
    }
    window.addEventListener('pagehide', leave)
    return () => window.removeEventListener('pagehide', leave)
  }, [autosave])

  useEffect(
    () =>
      registerFlush(() => {
        autosave.tell({ kind: 'left' })
        return autosave.untilIdle()
      }),
    [autosave],
  )

  return {
    state,
    /** Saves at once; gives the draft as it is saved then, if it ever was. */
    saveNow: async () => {
      await autosave.saveNow()
      return autosave.state().version
    },
    /** Whether everything typed is saved now, and nothing newer is known to stand elsewhere. */
    isSettled: () => isSettled(autosave.state()),
    noteOutdated: () => autosave.tell({ kind: 'outdated' }),
    /** Overwrites the version of this revision, which was saved elsewhere. */
    overwrite: (revision: number) => autosave.tell({ kind: 'overwritten', revision }),
    /** Waits until nothing is on its way; gives the draft as it is saved then, if it ever was. */
    untilIdle: async () => {
      await autosave.untilIdle()
      return autosave.state().version
    },
    /** Stops saving for good. */
    stop: () => autosave.tell({ kind: 'stopped' }),
  }
}

/** What cannot be read is told by how it was typed: it is not saved, whatever it would be read as. */
function typedOf(read: ReadDraft, fields: DraftFields): Typed {
  const readable = read.unreadable.length === 0
  return {
    text: JSON.stringify(readable ? read.content : fields),
    fields,
    content: readable && isWorthSaving(read.content) ? read.content : undefined,
  }
}

function beginWith(typed: Typed, { invoice, restored, outdated }: AutosaveOptions) {
  if (!restored) return beginning(typed, { saved: typed.text, version: invoice, conflict: false })
  // Until a person decides, what is kept stays known as made on the older version.
  const version = invoice && { ...invoice, revision: restored.revision ?? 0 }
  return beginning(typed, { saved: '', version, conflict: outdated })
}

async function save(
  queryClient: QueryClient,
  content: InvoiceContent,
  version: Version | undefined,
  leaving: boolean,
): Promise<Version> {
  try {
    const invoice = version
      ? await changeInvoice(version.id, { ...content, revision: version.revision }, leaving)
      : await createInvoice(content)
    queryClient.setQueryData(invoiceQuery(invoice.id).queryKey, invoice)
    void queryClient.invalidateQueries({ queryKey: ['invoices', 'list'] })
    void queryClient.invalidateQueries({ queryKey: ['overview'] })
    return invoice
  } catch (failure) {
    if (isSignedOut(failure)) queryClient.setQueryData(sessionQuery.queryKey, null)
    throw failure
  }
}

const later: AutosavePorts['later'] = (ms, act) => {
  const timer = setTimeout(act, ms)
  return () => clearTimeout(timer)
}
