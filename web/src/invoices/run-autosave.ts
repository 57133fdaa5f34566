import {
  type AutosaveEvent,
  type AutosaveState,
  eventOf,
  isKept,
  nextState,
  type Version,
  waitMs,
} from './autosave.ts'
import type { DraftFields } from './fields.ts'
import type { InvoiceContent } from './queries.ts'

/** Work that is not saved, as this browser keeps it: the fields, and the revision they were made on. */
export type KeptDraft = { fields: DraftFields; revision: number | null }

/** What the states of a draft do to the world. */
export type AutosavePorts = {
  /** Saves; `leaving` when the page may go away meanwhile. Throws what the API answered when it does not work. */
  send: (content: InvoiceContent, version: Version | undefined, leaving: boolean) => Promise<Version>
  /** Keeps work in this browser, under the id of its draft; under none for a draft that was never saved. */
  keep: (id: string | undefined, kept: KeptDraft) => void
  forget: (id: string | undefined) => void
  /** The draft got its id while its form is on the screen. */
  onCreated: (version: Version) => void
  /** Acts after so many milliseconds; gives the way to take that back. */
  later: (ms: number, act: () => void) => () => void
}

/** Carries out what the states of a draft ask for: waiting, sending, and keeping what is typed in this browser. */
export function runAutosave(begin: AutosaveState, ports: AutosavePorts) {
  let state = begin
  let kept = isKept(begin) ? { id: begin.version?.id } : undefined
  let running: Promise<void> = Promise.resolve()
  let stopWaiting = () => {}
  const listeners = new Set<() => void>()

  const tell = (event: AutosaveEvent) => {
    const before = state
    state = nextState(state, event)
    if (state === before) return
    keepOrForget()
    wait()
    if (state.attempts !== before.attempts) running = send()
    if (!before.version && state.version && !state.left) ports.onCreated(state.version)
    for (const listener of listeners) listener()
  }

  const keepOrForget = () => {
    const id = state.version?.id
    if (kept && (!isKept(state) || kept.id !== id)) {
      ports.forget(kept.id)
      kept = undefined
    }
    if (!isKept(state)) return
    ports.keep(id, { fields: state.typed.fields, revision: state.version?.revision ?? null })
    kept = { id }
  }

  const wait = () => {
    stopWaiting()
    const ms = waitMs(state)
    stopWaiting = ms === undefined ? () => {} : ports.later(ms, () => tell({ kind: 'due' }))
  }

  const send = async () => {
    const { sent, version, left } = state
    if (!sent?.content) return
    const event = await ports
      .send(sent.content, version, left)
      .then((saved): AutosaveEvent => ({ kind: 'answered', version: saved }), eventOf)
    tell(event)
  }

  /** Waits until nothing is on its way. */
  const untilIdle = async () => {
    let seen: Promise<void> | undefined
    while (seen !== running) {
      seen = running
      await seen
    }
  }

  return {
    tell,
    untilIdle,
    state: () => state,
    /** Calls after every change of the state; gives the way to take that back. */
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    /** Saves at once what can be saved, and waits for it. */
    saveNow: async () => {
      await untilIdle()
      tell({ kind: 'due' })
      await untilIdle()
    },
  }
}
