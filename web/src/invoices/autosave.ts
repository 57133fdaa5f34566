import { ApiFailure, isPassing, isSignedOut } from '../api/failure.ts'
import type { DraftFields } from './fields.ts'
import type { InvoiceContent } from './queries.ts'

/** A pause in typing this long saves: short enough to lose nothing, long enough not to save every key. */
const pauseMs = 1_000
/** After a passing failure Stella tries again by itself, until it works or the page is closed. */
const retryMs = 5_000

/** What stands in the form. */
export type Typed = {
  /** Tells one content from another; what cannot be read is told by how it was typed. */
  text: string
  fields: DraftFields
  /** What would be saved; undefined while the form holds nothing that can be. */
  content: InvoiceContent | undefined
}

/** The draft as it was last saved. */
export type Version = { id: string; revision: number; updatedAt: string }

export type AutosaveKind =
  /** What is typed is what is saved, or nothing is typed yet. */
  | 'resting'
  /** Something is typed that is not saved; it is saved after a pause, once it can be. */
  | 'unsaved'
  | 'saving'
  /** Saving did not work; it is tried again. */
  | 'failed'
  /** The API found something that has to be mended first. */
  | 'refused'
  /** A newer version was saved elsewhere; a person decides which one stays. */
  | 'conflict'
  /** It became final elsewhere. */
  | 'final'
  /** The draft is thrown away, became final here, or makes place for a fresh form. */
  | 'stopped'

export type AutosaveState = {
  kind: AutosaveKind
  typed: Typed
  /** The text that the saved version holds; empty when that is not known. */
  saved: string
  /** What was sent last, and how often something was. */
  sent: Typed | undefined
  attempts: number
  version: Version | undefined
  /** Why it is refused. */
  failure: ApiFailure | undefined
  /** The form has left the screen: what is to be saved is saved now, and nothing waits. */
  left: boolean
}

export type AutosaveEvent =
  | { kind: 'typed'; typed: Typed }
  /** The pause is over, or somebody asked to save. */
  | { kind: 'due' }
  | { kind: 'answered'; version: Version }
  | { kind: 'failed' }
  | { kind: 'refused'; failure: ApiFailure }
  /** A newer version turned out to stand elsewhere. */
  | { kind: 'outdated' }
  | { kind: 'finalElsewhere' }
  /** A person decided that what stands here replaces the version of this revision. */
  | { kind: 'overwritten'; revision: number }
  | { kind: 'entered' }
  | { kind: 'left' }
  | { kind: 'stopped' }

type Next = AutosaveKind | ((state: AutosaveState) => AutosaveKind)
type Row = Partial<Record<AutosaveEvent['kind'], Next>>

/** Where each event leads from each state; an event that a row does not name changes nothing there. */
const transitions: Record<AutosaveKind, Row> = {
  resting: { typed: restOrWait, outdated: 'conflict' },
  unsaved: { typed: restOrWait, due: saveIfPossible, left: saveIfPossible, outdated: 'conflict' },
  saving: {
    typed: 'saving',
    answered: restOrWait,
    failed: 'failed',
    refused: 'refused',
    outdated: 'conflict',
    finalElsewhere: 'final',
  },
  failed: { typed: restOrWait, due: saveIfPossible, left: saveIfPossible, outdated: 'conflict' },
  refused: { typed: restOrWait, due: saveIfPossible, left: saveIfPossible, outdated: 'conflict' },
  conflict: { typed: 'conflict', overwritten: saveIfPossible },
  final: { typed: 'final' },
  stopped: {},
}

/** Where these lead from every state whose row does not say otherwise. */
const everywhere: Row = {
  entered: (state) => state.kind,
  left: (state) => state.kind,
  stopped: 'stopped',
}

/** How long each state waits before it is due; the others wait for an event. */
const waitsMs: Partial<Record<AutosaveKind, number>> = { unsaved: pauseMs, failed: retryMs }

/**
 * How a form begins.
 * @param saved the text of the saved version; empty when the form holds something that it does not
 * @param conflict whether what the form holds was made on an older version than the saved one
 */
export function beginning(
  typed: Typed,
  { saved, version, conflict }: { saved: string; version: Version | undefined; conflict: boolean },
): AutosaveState {
  const kind = conflict ? 'conflict' : typed.text === saved ? 'resting' : 'unsaved'
  return { kind, typed, saved, version, sent: undefined, attempts: 0, failure: undefined, left: false }
}

/** The state after an event; the very same one when the event changes nothing. */
export function nextState(state: AutosaveState, event: AutosaveEvent): AutosaveState {
  const next = transitions[state.kind][event.kind] ?? everywhere[event.kind]
  if (next === undefined) return state
  const noted = { ...state, ...whatIsNoted(state, event) }
  const kind = typeof next === 'function' ? next(noted) : next
  const sends = kind === 'saving' && (state.kind !== 'saving' || event.kind === 'answered')
  return { ...noted, kind, ...(sends && { sent: noted.typed, attempts: state.attempts + 1 }) }
}

/** What a failure of a request means for the draft. */
export function eventOf(failure: unknown): AutosaveEvent {
  if (!(failure instanceof ApiFailure) || isPassing(failure) || isSignedOut(failure))
    return { kind: 'failed' }
  if (failure.status !== 409) return { kind: 'refused', failure }
  return { kind: failure.code === 'already_final' ? 'finalElsewhere' : 'outdated' }
}

/** How long from now a state is due, in milliseconds; undefined when it waits for an event. */
export function waitMs({ kind, left, typed }: AutosaveState): number | undefined {
  return left || !typed.content ? undefined : waitsMs[kind]
}

/** Whether something is typed that the saved version does not hold. */
export function isUnsaved({ typed, saved }: AutosaveState): boolean {
  return typed.text !== saved
}

/** Whether everything typed is saved, and nothing newer is known to stand elsewhere. */
export function isSettled(state: AutosaveState): boolean {
  return state.kind === 'resting' && !isUnsaved(state)
}

/**
 * Whether this browser keeps what is typed, should the page end before it is saved. Not what a form that has left
 * is sending: a second form must not take up what is already on its way.
 */
export function isKept(state: AutosaveState): boolean {
  const onItsWay = state.left && state.kind === 'saving' && state.sent?.text === state.typed.text
  return isUnsaved(state) && state.kind !== 'stopped' && !onItsWay
}

function restOrWait(state: AutosaveState): AutosaveKind {
  if (!isUnsaved(state)) return 'resting'
  return state.left && state.typed.content ? 'saving' : 'unsaved'
}

function saveIfPossible({ kind, typed }: AutosaveState): AutosaveKind {
  return typed.content ? 'saving' : kind
}

function whatIsNoted(state: AutosaveState, event: AutosaveEvent): Partial<AutosaveState> {
  switch (event.kind) {
    case 'typed':
      return { typed: event.typed }
    case 'answered':
      return { version: event.version, saved: state.sent?.text ?? '' }
    case 'refused':
      return { failure: event.failure }
    case 'overwritten':
      return { saved: '', version: state.version && { ...state.version, revision: event.revision } }
    case 'entered':
    case 'left':
      return { left: event.kind === 'left' }
    default:
      return {}
  }
}
