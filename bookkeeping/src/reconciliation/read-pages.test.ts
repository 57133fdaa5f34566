import { expect, test } from 'vitest'
import type { BookedMutation, ReadingProgress } from '../ports/readings.ts'
import { afterPage, beginReading, nextPage } from './read-pages.ts'

const period = { from: '2026-11-01', until: '2026-11-30' }

function mutationOf(number: number, rows = 1): BookedMutation {
  const line = { account: '8000', vatCode: 'HOOG_VERK_21', invoiceNumber: '', net: 100n, vat: 21n }
  return {
    number,
    kind: 'invoice_sent',
    date: '2026-11-02',
    account: '1300',
    relationCode: 'K1',
    invoiceNumber: String(number),
    document: '',
    description: '',
    lines: Array.from({ length: rows }, () => line),
  }
}

/** Reads all of them from a service that answers with 500 mutations, or 500 rows, at the most; the newest. */
function read(
  all: readonly BookedMutation[],
  pageOf: (below: readonly BookedMutation[]) => BookedMutation[],
) {
  let progress: ReadingProgress = beginReading(period)
  while (!progress.isWhole) {
    const { to = Number.MAX_SAFE_INTEGER } = nextPage(progress)
    progress = afterPage(progress, pageOf(all.filter(({ number }) => number <= to)))
  }
  return progress
}

const mutations = (below: readonly BookedMutation[]) => below.slice(-500)
/** The oldest of the answer comes with those of its rows that still fit. */
const rows = (below: readonly BookedMutation[]) => {
  const page: BookedMutation[] = []
  let left = 500
  for (const mutation of below.toReversed()) {
    if (left === 0) break
    const lines = mutation.lines.slice(0, left)
    left -= lines.length
    page.unshift({ ...mutation, lines })
  }
  return page
}

test.each([0, 1, 499, 500, 501, 1_203, 5_000])(
  'a period of %i mutations is read in one call for each 500, and five at most beside',
  (count) => {
    const all = Array.from({ length: count }, (_, at) => mutationOf(at + 1))
    const { calls, mutationsRead, sales } = read(all, mutations)
    expect([sales.length, mutationsRead]).toEqual([count, count])
    expect(calls).toBeLessThanOrEqual(Math.ceil(count / 500) + 5)
  },
)

test.each([2, 3, 7, 100, 499, 500])(
  'mutations of %i rows come whole, wherever an answer of 500 rows cuts one in two',
  (each) => {
    const all = Array.from({ length: 12 }, (_, at) => mutationOf(at + 1, each))
    const { sales } = read(
      [mutationOf(13), ...all].toSorted((left, right) => left.number - right.number),
      rows,
    )
    expect(sales.map(({ lines }) => lines.length)).toEqual([...all.map(() => each), 1])
  },
)

test('a mutation that comes in part at the end of one answer counts whole', () => {
  const whole = mutationOf(7, 3)
  const part = { ...whole, lines: whole.lines.slice(0, 1) }
  const newer = Array.from({ length: 499 }, (_, at) => mutationOf(8 + at))
  const first = afterPage(beginReading(period), [part, ...newer])
  expect(nextPage(first)).toMatchObject({ to: 7 })
  const second = afterPage(first, [whole])
  expect(second).toMatchObject({ isWhole: true, mutationsRead: 500 })
  expect(second.sales.find(({ number }) => number === 7)?.lines).toHaveLength(3)
})
