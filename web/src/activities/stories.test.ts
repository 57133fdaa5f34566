import { describe, expect, test } from 'vitest'
import type { Activity } from './queries.ts'
import { storiesOf } from './stories.ts'

let ids = 0
function entry(about: Partial<Activity>): Activity {
  ids += 1
  return {
    id: String(ids),
    at: '2026-11-30T12:00:00Z',
    kind: 'invoice_rejected',
    outcome: 'failure',
    superseded: false,
    subject: { type: 'invoice', id: String(ids), label: `2026-${ids}` },
    sign: 'failed',
    title: `Factuur ${ids} is niet aangenomen`,
    titleParts: { before: '', subject: '', after: '' },
    detail: 'De periode is afgesloten.',
    amount: null,
    code: null,
    mending: null,
    ...about,
  }
}

const told = (entries: Activity[]) =>
  storiesOf(entries).map(({ newest, others }) => [newest.id, ...others.map(({ id }) => id)])

describe('what one cause did', () => {
  test('to forty invoices is one story with forty in it, where the newest stands', () => {
    const booked = entry({ outcome: 'success', kind: 'invoice_booked', detail: '' })
    const forty = Array.from({ length: 40 }, () => entry({}))
    const [first, second, ...rest] = forty
    if (first === undefined || second === undefined) throw new Error('there are forty')
    const stories = storiesOf([first, booked, second, ...rest])
    expect(stories.map(({ others }) => others.length)).toEqual([39, 0])
    expect(stories[0]?.newest).toBe(first)
  })

  test('to two of them is two stories', () => {
    const [one, two] = [entry({}), entry({})]
    expect(told([one, two])).toEqual([[one.id], [two.id]])
  })

  test('is told apart from another cause, from what went on since, and from what succeeded', () => {
    const closed = [entry({}), entry({}), entry({})]
    const unknown = [1, 2, 3].map(() => entry({ detail: 'De rekening bestaat niet.' }))
    const mended = [1, 2, 3].map(() => entry({ superseded: true }))
    const booked = [1, 2, 3].map(() =>
      entry({ outcome: 'success', kind: 'invoice_booked', detail: 'Geboekt.' }),
    )
    const stories = told([...closed, ...unknown, ...mended, ...booked])
    expect(stories.map((ids) => ids.length)).toEqual([3, 3, 3, 1, 1, 1])
  })

  test('loses no entry and repeats none', () => {
    const entries = Array.from({ length: 30 }, (_, at) =>
      entry({ detail: `Reden ${at % 4}`, superseded: at % 3 === 0 }),
    )
    expect(told(entries).flat().sort()).toEqual(entries.map(({ id }) => id).sort())
  })
})
