import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { noon, StoredLane } from '../../testing/stored-lane.ts'
import { type Delivery, newDelivery } from '../deliveries/delivery.ts'

let office: StoredLane
let bookingId: string
let relationId: string
beforeAll(async () => {
  office = await StoredLane.open()
  bookingId = await office.booking()
  relationId = (await ofBooking()).relation.id
})
afterAll(() => office.close())
beforeEach(async () => {
  for (const { change } of sides) await change(newDelivery)
})

/** Something else than at the beginning in every field, and nowhere the same. */
const changed: Required<Delivery> = {
  attempts: 3,
  failingSince: noon - 11_111,
  nextAt: noon - 22_222,
  claim: 9_007_199_254_740_993n,
  lastByteAt: noon - 3_333,
  lookUps: 5,
  absentSince: noon - 444,
  taken: true,
  cause: 'number_taken_not_found',
  causeCode: 'CMUT020',
}

const fields = Object.keys(changed) as (keyof Delivery)[]

async function ofBooking() {
  const { booking } = await office.look()
  if (booking === null) throw new Error('The booking is not open.')
  return booking
}

async function ofRelation() {
  const { relation } = await office.look()
  if (relation === null) throw new Error('The relation is not open.')
  return relation
}

/** The same step for a booking and for a relation, and where each is seen afterwards. */
const sides = [
  {
    side: 'a booking',
    change: (change: Partial<Delivery>) =>
      office.commit({ booking: { id: bookingId, from: 'planned', event: 'postponed', change } }),
    seen: async () => [(await ofBooking()).delivery],
  },
  {
    side: 'a relation',
    change: (change: Partial<Delivery>) =>
      office.commit({ relation: { id: relationId, from: 'planned', event: 'postponed', change } }),
    seen: async () => [(await ofRelation()).delivery, (await ofBooking()).relation.delivery],
  },
]

describe.each(sides)('the delivery of $side', ({ change, seen }) => {
  const isSeenAs = async (delivery: Delivery) => {
    for (const one of await seen()) expect(one).toEqual(delivery)
  }

  test('begins as a new one', async () => {
    await isSeenAs(newDelivery)
  })

  test('is seen in every field as it was written, and so is its new beginning', async () => {
    expect(await change(changed)).toBe('done')
    await isSeenAs(changed)
    expect(await change(newDelivery)).toBe('done')
    await isSeenAs(newDelivery)
  })

  test.each(fields)('keeps every other field when %s changes', async (field) => {
    await change({ [field]: changed[field] })
    await isSeenAs({ ...newDelivery, [field]: changed[field] })
    await change(changed)
    await change({ [field]: newDelivery[field] })
    await isSeenAs({ ...changed, [field]: newDelivery[field] })
  })
})
