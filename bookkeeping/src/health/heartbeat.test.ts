import { expect, test } from 'vitest'
import type { Clock } from '../ports/clock.ts'
import { silentLog } from '../ports/log.ts'
import type { Store } from '../ports/store.ts'
import { withHeartbeat } from './heartbeat.ts'

const lanes = {
  claimLanes: async () => [],
  renewLanes: async () => new Set<string>(),
} as Partial<Store> as Store
const claim = { worker: 'w', now: 0, leaseUntil: 1, limit: 1 }

/** A clock that is set by hand, and how often the heart beat by it. */
function beating(beat = async () => {}) {
  let monotonic = 0
  const beats: number[] = []
  const clock: Clock = { now: () => 0, monotonic: () => monotonic, sleep: async () => {} }
  const store = withHeartbeat(lanes, {
    clock,
    log: silentLog,
    beat: async () => {
      beats.push(monotonic)
      await beat()
    },
  })
  return { store, beats, at: (ms: number) => (monotonic = ms) }
}

test('looking for work beats at once, and then every fifteen seconds at most', async () => {
  const { store, beats, at } = beating()
  for (const ms of [0, 1_000, 14_999, 15_000, 16_000, 31_000]) {
    at(ms)
    await store.claimLanes(claim)
  }
  expect(beats).toEqual([0, 15_000, 31_000])
})

test('a worker whose hands are full beats while it renews what it holds', async () => {
  const { store, beats, at } = beating()
  await store.claimLanes(claim)
  at(20_000)
  expect(await store.renewLanes([], 0)).toEqual(new Set())
  expect(beats).toEqual([0, 20_000])
})

test('a heartbeat that cannot be written keeps nobody from work', async () => {
  const { store } = beating(async () => {
    throw new Error('away')
  })
  expect(await store.claimLanes(claim)).toEqual([])
})
