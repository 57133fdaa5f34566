import { expect, test } from 'vitest'
import { faultNames, readFaults } from './faults.ts'
import { runHistory } from './history.ts'
import { runParallel } from './run-parallel.ts'

/** Always the same histories, so that what was found once is found again; `npm run simulate` draws new ones. */
const FIXED = { first: 1, count: 5_000 }

test('histories with faults: booked once, in order, settled, and in the log', {
  timeout: 400_000,
}, async () => {
  const summary = await runParallel({ ...FIXED, allowed: null })
  const failures = summary.failures.map(
    ({ seed, violations }) => `npm run simulate -- --seed ${seed}: ${violations.slice(0, 3).join('; ')}`,
  )
  expect(failures).toEqual([])
  expect(summary.histories).toBe(FIXED.count)
  const counts = new Map(summary.coverage)
  expect(faultNames.filter((fault) => (counts.get(fault) ?? 0) < 5)).toEqual([])
  const points = Array.from({ length: 15 }, (_, index) => `P${index + 1}`)
  for (const blow of ['killed', 'paused']) {
    expect(points.filter((point) => (counts.get(`${blow} ${point}`) ?? 0) < 5)).toEqual([])
  }
})

test('the same seed gives the same history', { timeout: 120_000 }, async () => {
  const traces = new Set<string>()
  for (let seed = 1; seed <= 100; seed += 1) {
    const [once, again] = [await runHistory(seed), await runHistory(seed)]
    expect(again.trace).toBe(once.trace)
    expect(again.events).toBe(once.events)
    traces.add(once.trace)
  }
  expect(traces.size).toBe(100)
})

test('without faults every invoice and every relation takes one call', async () => {
  for (let seed = 1; seed <= 50; seed += 1) {
    const { violations } = await runHistory(seed, new Set())
    expect(violations, `npm run simulate -- --seed ${seed} --faults none`).toEqual([])
  }
})

test('faults go by name or by their place in the matrix', () => {
  expect([...readFaults('A6,killed')]).toEqual(['answer_lost', 'killed'])
  expect(readFaults('none').size).toBe(0)
  expect(() => readFaults('A99')).toThrow('A99')
})
