import { expect, test } from 'vitest'
import { ApiFailure } from '../api/failure.ts'
import { beginning, type Typed, type Version } from './autosave.ts'
import { emptyDraft } from './fields.ts'
import { type AutosavePorts, runAutosave } from './run-autosave.ts'

const sound = (text: string): Typed => ({
  text,
  fields: emptyDraft('2026-11-22', 'c1'),
  content: {
    customerId: 'c1',
    seriesId: null,
    invoiceDate: '2026-11-22',
    paymentTermDays: 30,
    description: text,
    pricesIncludeVat: false,
    supply: null,
    buyerReference: null,
    orderNumber: null,
    projectNumber: null,
    closing: null,
    lines: [],
    allowances: [],
  },
})

/** A form under test, with its clock, its answers and this browser's memory in the hands of the test. */
function form(begin: { version?: Version; restored?: string; outdated?: boolean } = {}) {
  const told: string[] = []
  const kept = new Map<string, number | null>()
  let wait: { ms: number; act: () => void } | undefined
  const open: { answer: (version: Version) => void; fail: (failure: unknown) => void }[] = []
  const ports: AutosavePorts = {
    send: (content, version, leaving) => {
      told.push(`${version ? 'change' : 'create'} ${content.description}${leaving ? ', leaving' : ''}`)
      return new Promise((answer, fail) => open.push({ answer, fail }))
    },
    keep: (id, { revision }) => kept.set(id ?? 'new', revision),
    forget: (id) => kept.delete(id ?? 'new'),
    onCreated: ({ id }) => told.push(`created ${id}`),
    later: (ms, act) => {
      wait = { ms, act }
      return () => {
        wait = undefined
      }
    },
  }
  const typed = sound(begin.restored ?? 'A')
  const saved = begin.restored === undefined ? 'A' : ''
  const { version, outdated: conflict = false } = begin
  const autosave = runAutosave(beginning(typed, { saved, version, conflict }), ports)
  autosave.tell({ kind: 'entered' })
  return {
    autosave,
    told,
    kept: () => Object.fromEntries(kept),
    type: (text: string) => autosave.tell({ kind: 'typed', typed: sound(text) }),
    waits: () => wait?.ms,
    pass: () => wait?.act(),
    /** Answers what is on its way, and what that sends in its turn is left open. */
    answer: async (version: Version) => {
      open.shift()?.answer(version)
      await settled()
    },
    fail: async (failure: unknown) => {
      open.shift()?.fail(failure)
      await settled()
    },
  }
}

/** Lets what was answered be heard. */
const settled = () => new Promise((resolve) => setTimeout(resolve))
const first: Version = { id: 'i1', revision: 1, updatedAt: '2026-11-22T13:30:00Z' }
const second: Version = { ...first, revision: 2 }

test('a new draft is kept while it is typed, saved after a pause, and then known by its id', async () => {
  const { type, kept, waits, pass, answer, told } = form()
  type('B')
  expect([kept(), waits()]).toEqual([{ new: null }, 1_000])
  pass()
  await answer(first)
  expect(told).toEqual(['create B', 'created i1'])
  expect(kept()).toEqual({})
})

test('what was typed during the first save moves along to the name of the draft', async () => {
  const { type, kept, pass, answer, waits, told } = form()
  type('B')
  pass()
  type('C')
  await answer(first)
  expect(kept()).toEqual({ i1: 1 })
  expect(waits()).toBe(1_000)
  pass()
  await answer(second)
  expect(told).toEqual(['create B', 'created i1', 'change C'])
  expect(kept()).toEqual({})
})

test('a failure is tried again, with what stands there by then', async () => {
  const { type, fail, pass, waits, told, answer } = form({ version: first })
  type('B')
  pass()
  await fail(ApiFailure.unreachable(undefined))
  expect(waits()).toBe(5_000)
  pass()
  await answer(second)
  expect(told).toEqual(['change B', 'change B'])
  expect(waits()).toBeUndefined()
})

test('leaving sends what is typed, without leaving it to a second form, and keeps it again when that fails', async () => {
  const { autosave, type, kept, fail, told, waits } = form({ version: first })
  type('B')
  autosave.tell({ kind: 'left' })
  expect([told, kept()]).toEqual([['change B, leaving'], {}])
  await fail(ApiFailure.unreachable(undefined))
  expect(kept()).toEqual({ i1: 1 })
  expect(waits()).toBeUndefined()
})

test('saving at once waits for what is on its way, and saves what came after it', async () => {
  const { autosave, type, pass, answer, told } = form({ version: first })
  type('B')
  pass()
  type('C')
  let saved = false
  const asked = autosave.saveNow().then(() => {
    saved = true
  })
  await answer(second)
  expect([told, saved]).toEqual([['change B', 'change C'], false])
  await answer({ ...first, revision: 3 })
  await asked
  expect(autosave.state().version?.revision).toBe(3)
})

test('work that was restored is saved by itself, and forgotten then', async () => {
  const { kept, waits, pass, answer } = form({ version: first, restored: 'B' })
  expect([kept(), waits()]).toEqual([{ i1: 1 }, 1_000])
  pass()
  await answer(second)
  expect(kept()).toEqual({})
})

test('a draft that is given up is forgotten, whatever the answer to its last save', async () => {
  const { autosave, type, pass, answer, kept, told } = form({ version: first })
  type('B')
  pass()
  type('C')
  autosave.tell({ kind: 'stopped' })
  expect(kept()).toEqual({})
  await answer(second)
  expect(told).toEqual(['change B'])
})

test('what was made on an older version stays known as such, also when more is typed before a person decides', async () => {
  const older = { ...first, revision: 1 }
  const { autosave, type, kept, waits, told, answer } = form({
    version: older,
    restored: 'B',
    outdated: true,
  })
  type('C')
  expect([kept(), waits()]).toEqual([{ i1: 1 }, undefined])
  autosave.tell({ kind: 'overwritten', revision: 5 })
  await answer({ ...first, revision: 6 })
  expect(told).toEqual(['change C'])
  expect(kept()).toEqual({})
})
