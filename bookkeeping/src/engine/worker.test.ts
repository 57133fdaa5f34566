import { expect, test } from 'vitest'
import { closedBreaker } from '../policy/breaker.ts'
import type { Books } from '../ports/books.ts'
import { systemChance } from '../ports/chance.ts'
import { silentLog } from '../ports/log.ts'
import type { Lane, LaneView, Store } from '../ports/store.ts'
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
  }
}

const laneWithATestToMake: LaneView = {
  connection: {
    id: 'connection',
    state: 'active',
    pausedCause: null,
    codesVersion: 1,
    testRequested: true,
    nextTestAt: null,
  },
  booking: null,
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
