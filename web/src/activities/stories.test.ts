import { describe, expect, test } from 'vitest'
import type { Activity } from './queries.ts'
import { type Story, storiesOf } from './stories.ts'

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
    cause: null,
    mending: null,
    ...about,
  }
}

const told = (entries: Activity[]) => storiesOf(entries).map(idsOf)

function idsOf({ earlier, newest, others }: Story): string[] {
  return [newest.id, ...earlier.map(({ id }) => id), ...others.flatMap(idsOf)]
}

describe('what happened to one thing', () => {
  const subject = { type: 'invoice' as const, id: 'the-invoice', label: '2026-0001' }
  const booked = () => entry({ subject, outcome: 'success', kind: 'invoice_booked', detail: '' })
  const mailed = (about: Partial<Activity> = {}) =>
    entry({ subject: { ...subject, type: 'message' }, outcome: 'success', kind: 'message_sent', ...about })

  test('is one story: an invoice with its mails and its payment, the newest on top', () => {
    const paid = entry({ subject: { ...subject, type: 'payment' }, outcome: 'success', kind: 'invoice_paid' })
    const other = entry({ outcome: 'success', kind: 'invoice_booked', detail: '' })
    const steps = [paid, mailed(), booked(), entry({ subject, outcome: 'info', kind: 'invoice_finalized' })]
    const [first, ...rest] = steps
    if (first === undefined) throw new Error('there are four')
    const stories = storiesOf([first, other, ...rest])
    expect(stories.map(({ earlier }) => earlier.length)).toEqual([3, 0])
    expect(stories[0]).toMatchObject({ key: 'the-invoice', newest: first })
  })

  test('stands in sight as long as somebody must act, or it waits, whatever came after it', () => {
    const refused = mailed({ outcome: 'failure', kind: 'message_refused' })
    expect(told([booked(), refused]).map(({ length }) => length)).toEqual([1, 1])
    const waits = mailed({ outcome: 'waiting', kind: 'message_waiting' })
    expect(told([booked(), waits]).map(({ length }) => length)).toEqual([1, 1])
    const went = { ...refused, superseded: true }
    expect(told([mailed(), went, booked(), waits])).toHaveLength(1)
  })

  test('is not that of the connection or of settings, each of which is told by itself', () => {
    const of = (type: Activity['subject']['type']) =>
      entry({ subject: { type, id: 'one', label: '' }, outcome: 'info', kind: 'series_moved' })
    expect(told([of('connection'), of('connection'), of('organization'), of('organization')])).toHaveLength(4)
  })
})

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
