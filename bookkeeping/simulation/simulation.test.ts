import { describe, expect, test } from 'vitest'
import { faultNames, readFaults } from './faults.ts'
import { runHistory } from './history.ts'
import { runParallel } from './run-parallel.ts'
import type { Summary } from './run-range.ts'

/** Always the same histories, so that what was found once is found again. */
const FIXED = { first: 1, count: 9_000 }
/**
 * Others every time, so that every run looks where none has looked before; the first one is printed. Few: whoever
 * changes something else should seldom be the one to find what `npm run simulate` is there to find.
 */
const DRAWN = { first: Math.floor(Math.random() * 1_000_000_000), count: 1_000 }
type Found = { readonly seed: number; readonly what: string; readonly allowed?: null }

/** Seeds that found something once, with what it was: before invoices were credited, or with all faults there are. */
const FOUND: readonly Found[] = [
  { seed: 777167024, what: 'a try begun after the horizon is the last one, reckoned to when it was sent' },
  {
    seed: 22851,
    what: 'what was decided while a connection had just begun to work again is judged by how it was',
  },
  {
    seed: 260939663,
    what: 'a claim that ended in its sleep asks once more beside the next one, and sends nothing',
  },
  {
    seed: 832469253,
    what: 'a lane comes back to the worker that slept through its lease, before the older call was given up',
  },
  ...[3008797, 3026894].map((seed) => ({
    seed,
    what: 'a last try whose outcome is looked up by processes that die: that takes as long as they do',
  })),
  ...[3009884, 3033626, 3046544, 3047051].map((seed) => ({
    seed,
    what: 'what stands, perhaps, in former books without a way in is given up at once, not for time',
  })),
  {
    seed: 4035359,
    what: 'a relation that was renamed is added again after one look that found nothing at all',
  },
  { seed: 4043931, what: 'codes that cannot be read say nothing of the service, and close no breaker' },
  ...[5019689, 5045209, 5051639, 5055034].map((seed) => ({
    seed,
    what: 'other books are linked while an outcome is looked up: what is not there goes along',
    allowed: null,
  })),
  {
    seed: 5003644,
    what: 'all invoices of a relation that is looked for are passed, and that is told of one',
    allowed: null,
  },
  {
    seed: 31010502,
    what: 'an invoice found in former books: its credit note says so, and no longer that it is not booked',
    allowed: null,
  },
  { seed: 4059081, what: 'whoever offers again what somebody deleted learns that it does not come back so' },
]

const withoutCredits = new Set(faultNames.filter((fault) => fault !== 'credited'))

describe('histories with faults: booked once, in order, settled, and in the log', () => {
  test('fixed ones, in which every fault befalls and every point is hit', async () => {
    const summary = await runParallel({ ...FIXED, allowed: null })
    expectNoFailure(summary)
    expect(summary.histories).toBe(FIXED.count)
    const counts = new Map(summary.coverage)
    expect(faultNames.filter((fault) => (counts.get(fault) ?? 0) < 5)).toEqual([])
    const points = Array.from({ length: 15 }, (_, index) => `P${index + 1}`)
    for (const blow of ['killed', 'paused']) {
      expect(points.filter((point) => (counts.get(`${blow} ${point}`) ?? 0) < 5)).toEqual([])
    }
  })

  test(`drawn ones, from seed ${DRAWN.first}`, async () => {
    const summary = await runParallel({ ...DRAWN, allowed: null })
    expectNoFailure(summary)
    expect(summary.histories).toBe(DRAWN.count)
  })

  test.each(FOUND)('seed $seed: $what', async ({ seed, allowed = withoutCredits }) => {
    expect((await runHistory(seed, allowed)).violations).toEqual([])
  })
})

/** What fails is told as what replays it, in the first line of the message: the one that a run repeats at its end. */
function expectNoFailure({ failures }: Summary): void {
  const lines = failures.map(
    ({ seed, violations }) => `npm run simulate -- --seed ${seed}: ${violations.slice(0, 3).join('; ')}`,
  )
  expect(lines, lines.join(' | ')).toEqual([])
}

test('the same seed gives the same history', async () => {
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
