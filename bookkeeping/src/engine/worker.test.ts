import { describe, expect, test } from 'vitest'
import { randomFrom } from '../../simulation/random.ts'
import { SimulatedProcess } from '../../simulation/simulated-process.ts'
import { Timeline } from '../../simulation/timeline.ts'
import { lanesInMemory } from '../../testing/lanes-in-memory.ts'
import type { Books } from '../ports/books.ts'
import { systemChance } from '../ports/chance.ts'
import { silentLog } from '../ports/log.ts'
import type { Lane, LaneView, Store } from '../ports/store.ts'
import { closedBreaker, FAILURES_TO_OPEN } from '../retries/breaker.ts'
import { RENEW_EVERY_MS } from './claim.ts'
import { startEngine } from './worker.ts'

test('a lane that comes to its own worker again ends the call of the older claim before it makes one', async () => {
  const heard: string[] = []
  const secondCall = Promise.withResolvers<void>()
  const worker = startEngine({
    store: storeThatGivesALaneTwice(),
    books: {
      booksOf: async (lane) => ({ ok: true, books: silentBooks(lane, heard, secondCall.resolve) }),
      closeIdle: async () => {},
      closeAll: async () => {},
    },
    // No time passes, as for a process that comes out of a sleep: its timers have not run yet.
    clock: { now: () => 0, monotonic: () => 0, sleep: sleepUntilAborted },
    chance: systemChance,
    log: silentLog,
  })
  await secondCall.promise
  expect(heard).toEqual(['call under claim 1', 'end of claim 1', 'call under claim 2'])
  await worker.stop()
})

describe('while the service does not work', () => {
  const FAILS_AFTER_MS = 5_000

  test('forty administrations make one call a minute between them', async () => {
    const { timeline, process, calls } = office()
    const organizations = Array.from({ length: 40 }, (_, index) => `organization ${index}`)
    start(process, calls, organizations, {
      slots: 32,
      call: () => later(process, FAILS_AFTER_MS, notSent),
    })
    await timeline.run(60_000)
    const atFirst = calls.length
    // All that were under way when it opened, and one more for each failure before that.
    expect(atFirst).toBeLessThanOrEqual(32 + FAILURES_TO_OPEN - 1)
    await timeline.run(20 * 60_000)
    const later20 = calls.slice(atFirst)
    expect(later20.length).toBeGreaterThanOrEqual(16)
    expect(later20.length).toBeLessThanOrEqual(19)
    const gaps = later20.slice(1).map(({ at }, index) => at - (later20[index]?.at ?? 0))
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(60_000)
  })

  test('and everybody goes on once that call works', async () => {
    const { timeline, process, calls } = office()
    const organizations = Array.from({ length: 40 }, (_, index) => `organization ${index}`)
    start(process, calls, organizations, {
      slots: 32,
      call: () => later(process, FAILS_AFTER_MS, timeline.now < 10 * 60_000 ? notSent : worked),
    })
    await timeline.run(12 * 60_000)
    const served = new Set(
      calls.filter(({ at }) => at > 10 * 60_000).map(({ organizationId }) => organizationId),
    )
    expect(served.size).toBe(40)
  })
})

test('one administration with work without end makes room for another after ten pieces of it', async () => {
  const { timeline, process, calls } = office()
  start(process, calls, ['crowded', 'single'], { slots: 1, call: () => later(process, 100, worked) })
  await timeline.run(60_000)
  const first = calls.findIndex(({ organizationId }) => organizationId !== calls[0]?.organizationId)
  expect(first).toBe(10)
})

test('a worker that learns that its lane is lost ends the call under way, before its claim would', async () => {
  const { timeline, process } = office()
  const ended: number[] = []
  const store = lanesInMemory(process, ['organization'], laneWithATestToMake)
  startEngine({
    ...engineOf(process, (_lane, signal) => {
      const call = Promise.withResolvers<typeof notSent>()
      signal.addEventListener('abort', () => {
        ended.push(timeline.now)
        timeline.stirred = true
        call.resolve(notSent)
      })
      return call.promise
    }),
    store: { ...store, renewLanes: async () => new Set() },
  })
  await timeline.run(20_000)
  expect(ended[0]).toBeGreaterThanOrEqual(RENEW_EVERY_MS)
  expect(ended[0]).toBeLessThan(RENEW_EVERY_MS + 2_000)
})

const notSent = { ok: false, failure: { kind: 'not_sent' }, exchanges: [] } as const
const worked = { ok: true, value: [], exchanges: [] } as const
type Answer = typeof notSent | typeof worked
type Call = { readonly at: number; readonly organizationId: string }

function office() {
  const timeline = new Timeline(0)
  return { timeline, process: new SimulatedProcess(timeline, 'process'), calls: [] as Call[] }
}

/** An engine whose organizations have a test to make whenever anybody looks. */
function start(
  process: SimulatedProcess,
  calls: Call[],
  organizations: readonly string[],
  { slots, call }: { slots: number; call: () => Promise<Answer> },
): void {
  startEngine({
    ...engineOf(process, ({ organizationId }) => {
      calls.push({ at: process.timeline.now, organizationId })
      return call()
    }),
    slots,
    store: lanesInMemory(process, organizations, laneWithATestToMake),
  })
}

function engineOf(process: SimulatedProcess, call: (lane: Lane, signal: AbortSignal) => Promise<Answer>) {
  const booksOf = (lane: Lane) =>
    ({ ledgerAccounts: (signal: AbortSignal) => call(lane, signal) }) as Partial<Books> as Books
  return {
    books: {
      booksOf: async (lane: Lane) => ({ ok: true, books: booksOf(lane) }) as const,
      closeIdle: async () => {},
      closeAll: async () => {},
    },
    clock: process.clock(),
    chance: randomFrom(1, 'worker'),
    log: silentLog,
  }
}

function later(process: SimulatedProcess, milliseconds: number, answer: Answer): Promise<Answer> {
  return new Promise((resolve) => {
    process.after(milliseconds, () => {
      process.timeline.stirred = true
      resolve(answer)
    })
  })
}

/** Its first claim is slept through, so that the lane is free when the worker asks once more. */
function storeThatGivesALaneTwice(): Store {
  let token = 0n
  return {
    claimLanes: async () => {
      if (token === 2n) return []
      token += 1n
      return [{ organizationId: 'organization', token, breaker: closedBreaker }]
    },
    renewLanes: async () => new Set(),
    releaseLane: async () => {},
    look: async () => laneWithATestToMake,
    commit: async () => 'lane_lost',
    payables: async () => [],
    reconciliationUnderWay: async () => null,
    mutationReads: async () => 0,
  }
}

const laneWithATestToMake: LaneView = {
  connection: {
    id: 'connection',
    booksId: 'books',
    state: 'active',
    pausedCause: null,
    codesVersion: 1,
    testRequestedAt: 0,
    nextTestAt: null,
    paymentsAt: null,
    reconciliationAt: null,
    activeSince: 0,
    usualAccounts: { debtors: '1300', revenue: '8000' },
  },
  booking: null,
  former: null,
  waitOverAt: null,
  held: null,
  heldTryAt: null,
  relation: null,
  unverified: [],
  verifyAt: null,
}

/** Books that never answer under the first claim, and at once under the second. */
function silentBooks(lane: Lane, heard: string[], onSecondCall: () => void): Books {
  const noAnswer = { ok: false, failure: { kind: 'no_answer', throttled: false }, exchanges: [] } as const
  return {
    ledgerAccounts: (signal: AbortSignal) => {
      heard.push(`call under claim ${lane.token}`)
      if (lane.token === 2n) {
        onSecondCall()
        return Promise.resolve(noAnswer)
      }
      return new Promise((resolve) => {
        signal.addEventListener('abort', () => {
          heard.push(`end of claim ${lane.token}`)
          resolve(noAnswer)
        })
      })
    },
  } as Partial<Books> as Books
}

function sleepUntilAborted(_milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) resolve()
    signal?.addEventListener('abort', () => resolve())
  })
}
