import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ApiFailure } from '../api/failure.ts'
import {
  type AutosaveEvent,
  type AutosaveKind,
  type AutosaveState,
  beginning,
  eventOf,
  isKept,
  isSettled,
  isUnsaved,
  nextState,
  type Typed,
  waitMs,
} from './autosave.ts'
import { emptyDraft } from './fields.ts'

const fields = emptyDraft('2026-11-22', 'c1')
const content = {
  customerId: 'c1',
  seriesId: null,
  invoiceDate: '2026-11-22',
  paymentTermDays: 30,
  description: '',
  pricesIncludeVat: false,
  supply: null,
  buyerReference: null,
  orderNumber: null,
  projectNumber: null,
  closing: null,
  lines: [],
  allowances: [],
}

/** Content that can be saved, told from other content by its text. */
const sound = (text: string): Typed => ({ text, fields, content })
/** Content that cannot be saved, as a form without a customer. */
const unsound = (text: string): Typed => ({ text, fields, content: undefined })
const version = { id: 'i1', revision: 1, updatedAt: '2026-11-22T13:30:00Z' }
const refusal = new ApiFailure(422, undefined)

const saved = beginning(sound('A'), { saved: 'A', version, conflict: false })
const after = (...events: AutosaveEvent[]) => events.reduce(nextState, saved)
const type = (text: string): AutosaveEvent => ({ kind: 'typed', typed: sound(text) })
const due: AutosaveEvent = { kind: 'due' }
const answered: AutosaveEvent = { kind: 'answered', version: { ...version, revision: 2 } }

describe('how a form begins', () => {
  test('with the saved draft, or with nothing, it rests', () => {
    expect(saved.kind).toBe('resting')
    expect(beginning(unsound(''), { saved: '', version: undefined, conflict: false }).kind).toBe('resting')
  })

  test('with work that this browser kept, it has something to save', () => {
    const restored = beginning(sound('B'), { saved: '', version, conflict: false })
    expect([restored.kind, isKept(restored)]).toEqual(['unsaved', true])
  })

  test('with work on an older version, a person has to decide', () => {
    expect(beginning(sound('B'), { saved: '', version, conflict: true }).kind).toBe('conflict')
  })
})

describe('what an event leads to', () => {
  test.each<[string, AutosaveState, AutosaveKind]>([
    ['typing', after(type('B')), 'unsaved'],
    ['taking back what was typed', after(type('B'), type('A')), 'resting'],
    ['a pause', after(type('B'), due), 'saving'],
    ['an answer', after(type('B'), due, answered), 'resting'],
    ['an answer to less than was typed since', after(type('B'), due, type('C'), answered), 'unsaved'],
    ['an answer when what it saved was taken back', after(type('B'), due, type('A'), answered), 'unsaved'],
    ['a passing failure', after(type('B'), due, { kind: 'failed' }), 'failed'],
    ['a failure, then a pause', after(type('B'), due, { kind: 'failed' }, due), 'saving'],
    ['a failure, then taking it back', after(type('B'), due, { kind: 'failed' }, type('A')), 'resting'],
    ['a refusal', after(type('B'), due, { kind: 'refused', failure: refusal }), 'refused'],
    [
      'a refusal, then mending',
      after(type('B'), due, { kind: 'refused', failure: refusal }, type('C')),
      'unsaved',
    ],
    ['a newer version elsewhere', after(type('B'), due, { kind: 'outdated' }), 'conflict'],
    ['a newer version, found without anything typed', after({ kind: 'outdated' }), 'conflict'],
    [
      'the decision to overwrite it',
      after({ kind: 'outdated' }, type('B'), { kind: 'overwritten', revision: 7 }),
      'saving',
    ],
    ['being final elsewhere', after(type('B'), due, { kind: 'finalElsewhere' }), 'final'],
    ['leaving with something unsaved', after(type('B'), { kind: 'left' }), 'saving'],
    ['leaving with nothing unsaved', after({ kind: 'left' }), 'resting'],
    [
      'leaving during a save, with more typed',
      after(type('B'), due, type('C'), { kind: 'left' }, answered),
      'saving',
    ],
    ['stopping', after(type('B'), { kind: 'stopped' }, due), 'stopped'],
  ])('%s', (_, state, kind) => expect(state.kind).toBe(kind))

  test('an event that means nothing in a state changes nothing', () => {
    expect(nextState(saved, due)).toBe(saved)
    expect(nextState(saved, answered)).toBe(saved)
    const conflict = after(type('B'), { kind: 'outdated' })
    expect(nextState(conflict, due)).toBe(conflict)
  })

  test('what cannot be saved waits for more typing, and is kept meanwhile', () => {
    const state = after({ kind: 'typed', typed: unsound('?') }, due)
    expect([state.kind, waitMs(state), isKept(state)]).toEqual(['unsaved', undefined, true])
  })

  test('overwriting goes on from the revision that a person saw', () => {
    const state = after({ kind: 'outdated' }, type('B'), { kind: 'overwritten', revision: 7 })
    expect(state.version?.revision).toBe(7)
  })

  test('only a form on the screen waits', () => {
    const failed = after(type('B'), due, { kind: 'failed' })
    expect(waitMs(after(type('B')))).toBe(1_000)
    expect(waitMs(failed)).toBe(5_000)
    expect(waitMs(nextState(after(type('B'), due, { kind: 'left' }), { kind: 'failed' }))).toBeUndefined()
  })

  test('a form that left keeps nothing that is on its way, and keeps it again when that failed', () => {
    const leaving = after(type('B'), { kind: 'left' })
    expect(isKept(leaving)).toBe(false)
    expect(isKept(nextState(leaving, { kind: 'failed' }))).toBe(true)
  })
})

describe('what a failure means', () => {
  const problem = (code: string) => ({ code, detail: '' }) as NonNullable<ApiFailure['problem']>
  test.each<[string, unknown, AutosaveEvent['kind']]>([
    ['no answer', ApiFailure.unreachable(undefined), 'failed'],
    ['a fault of the server', new ApiFailure(500, undefined), 'failed'],
    ['nobody signed in', new ApiFailure(401, undefined), 'failed'],
    ['something unforeseen', new TypeError('?'), 'failed'],
    ['a mistake in the content', refusal, 'refused'],
    ['a newer version', new ApiFailure(409, problem('changed_meanwhile')), 'outdated'],
    ['a final invoice', new ApiFailure(409, problem('already_final')), 'finalElsewhere'],
  ])('%s', (_, failure, kind) => expect(eventOf(failure).kind).toBe(kind))
})

describe('whatever happens, in whatever order', () => {
  const texts = fc.constantFrom('A', 'B', 'C')
  const typing = fc.oneof(
    texts.map(sound),
    texts.map((text) => unsound(`${text}?`)),
  )
  const events: fc.Arbitrary<AutosaveEvent> = fc.oneof(
    typing.map((typed) => ({ kind: 'typed' as const, typed })),
    fc.constantFrom<AutosaveEvent>(
      due,
      answered,
      { kind: 'failed' },
      { kind: 'refused', failure: refusal },
      { kind: 'outdated' },
      { kind: 'finalElsewhere' },
      { kind: 'overwritten', revision: 7 },
      { kind: 'entered' },
      { kind: 'left' },
      { kind: 'stopped' },
    ),
  )
  const histories = fc.array(events, { maxLength: 40 })
  const states = (history: AutosaveEvent[]) => {
    const all = [saved]
    for (const event of history) all.push(nextState(all.at(-1) ?? saved, event))
    return all
  }

  test('nothing typed is lost: it is saved, kept here or on its way, until the draft is given up', () => {
    fc.assert(
      fc.property(histories, (history) => {
        for (const state of states(history)) {
          const safe = !isUnsaved(state) || isKept(state) || state.sent?.text === state.typed.text
          expect(safe || state.kind === 'stopped', state.kind).toBe(true)
        }
      }),
    )
  })

  test('one save at a time is on its way, and none while somebody has to decide', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const all = states(history)
        for (const [place, event] of history.entries()) {
          const [before, now] = [all[place] ?? saved, all[place + 1] ?? saved]
          if (now.attempts === before.attempts) continue
          expect(before.kind !== 'saving' || event.kind === 'answered').toBe(true)
          expect(['stopped', 'final']).not.toContain(before.kind)
          expect(before.kind !== 'conflict' || event.kind === 'overwritten').toBe(true)
          expect(now.sent?.content).toBeDefined()
        }
      }),
    )
  })

  test('with a service that answers it comes to rest, with everything saved', () => {
    fc.assert(
      fc.property(histories, texts, (history, last) => {
        const decided = [...history, { kind: 'entered' } as const, type(last)]
        let state = states(decided).at(-1) ?? saved
        if (state.kind === 'stopped' || state.kind === 'final') return
        for (let turn = 0; turn < 6 && !isSettled(state); turn++)
          for (const event of [{ kind: 'overwritten', revision: 9 } as const, due, answered])
            state = nextState(state, event)
        expect([state.kind, isUnsaved(state)]).toEqual(['resting', false])
      }),
    )
  })
})
