import { findBooking } from '@stella/database'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { HOUR, noon, StoredLane } from '../../testing/stored-lane.ts'
import { VERIFY_BATCH, verifyAt } from '../bookings/verification.ts'

let office: StoredLane
beforeEach(async () => {
  office = await StoredLane.open()
})
afterEach(() => office.close())

/** Invoices that are in the books under these numbers; gives the ids of their bookings. */
async function booked(...numbers: number[]): Promise<string[]> {
  const ids: string[] = []
  for (const number of numbers) {
    const id = await office.booking()
    await office.book(id, number)
    ids.push(id)
  }
  return ids
}

const numbersDue = async (now: number) =>
  (await office.look(now)).unverified.map(({ mutationNumber }) => mutationNumber)

test('what is booked is due for reading back at the moment of its administration, and not before', async () => {
  await booked(7)
  const due = verifyAt(noon, office.organization.id)
  expect(await office.look(noon)).toMatchObject({ verifyAt: due, unverified: [] })
  expect(await numbersDue(due - 1)).toEqual([])
  expect(await numbersDue(due)).toEqual([7])
})

test('one reading back goes over as many numbers as one call can read, and the rest comes after', async () => {
  const first = 10
  const [, , , last] = await booked(first + VERIFY_BATCH, first + 3, first + VERIFY_BATCH - 1, first)
  expect(await numbersDue(noon + HOUR)).toEqual([first, first + 3, first + VERIFY_BATCH - 1])
  await office.commit({
    verified: [{ id: last ?? '', from: 'booked', event: 'verified', change: {} }],
  })
  expect(await numbersDue(noon + HOUR)).toEqual([first + 3, first + VERIFY_BATCH - 1, first + VERIFY_BATCH])
})

test('reading back is put off for those that could not be read, and for no others', async () => {
  const [one = '', two = '', three = ''] = await booked(1, 2, 3)
  const again = noon + 2 * HOUR
  await office.commit({ verifyAgain: { bookingIds: [one, three], at: again } })
  expect(await numbersDue(again - 1)).toEqual([2])
  await office.commit({ verified: [{ id: two, from: 'booked', event: 'verified', change: {} }] })
  expect(await office.look(again - 1)).toMatchObject({ verifyAt: again, unverified: [] })
  expect(await numbersDue(again)).toEqual([1, 3])
})

test('what was read back is not read again, although that is put off by then', async () => {
  const [id = ''] = await booked(1)
  await office.commit({ verified: [{ id, from: 'booked', event: 'verified', change: {} }] })
  await office.commit({ verifyAgain: { bookingIds: [id], at: noon + HOUR } })
  expect(await office.look(noon + HOUR)).toMatchObject({ verifyAt: null, unverified: [] })
})

test('what was not seen stays booked since when it was, and is read back again at the next moment', async () => {
  const [id = ''] = await booked(1)
  const due = verifyAt(noon, office.organization.id)
  const step = { id, from: 'booked', event: 'not_seen', change: { absentSince: due } } as const
  const before = await office.organization.within((tx) => findBooking(tx, id))
  expect(await office.commit({ verified: [step] }, due)).toBe('done')
  const again = verifyAt(due, office.organization.id)
  expect(await office.look(due)).toMatchObject({ verifyAt: again, unverified: [] })
  expect((await office.look(again)).unverified).toMatchObject([{ id, mutationNumber: 1, absentSince: due }])
  const after = await office.organization.within((tx) => findBooking(tx, id))
  expect(after).toMatchObject({ state: 'booked', booked_at: before?.booked_at, cause: null })
})
