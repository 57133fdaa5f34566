import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { HOUR, noon, SECOND, StoredLane } from '../../testing/stored-lane.ts'
import { newDelivery } from '../deliveries/delivery.ts'
import type { Instant } from '../ports/clock.ts'
import { retryBooking } from './retry-booking.ts'

let office: StoredLane
let id: string
beforeEach(async () => {
  office = await StoredLane.open()
  id = await office.booking()
})
afterEach(() => office.close())

const retry = (now: Instant) =>
  office.organization.within((tx) =>
    retryBooking(tx, { bookingId: id, now: new Date(now), by: 'organization' }),
  )

const found = async (now: Instant) => (await office.look(now)).booking

describe('a conflict that is offered again', () => {
  test('is looked up under the quarantine of its last byte', async () => {
    const claim = office.lane.token
    const lastByteAt = noon + 3 * SECOND
    await office.must({ id, from: 'planned', event: 'claimed', change: { claim } })
    await office.must({ id, from: 'sending', event: 'lost', claim, change: { lastByteAt, attempts: 2 } })
    const change = { lookUps: 4, absentSince: noon + HOUR, taken: true, cause: 'found_twice' } as const
    await office.must({ id, from: 'unknown', event: 'contradicted', change })
    expect(await retry(noon + HOUR)).toBe('offered')
    expect(await found(noon + HOUR)).toMatchObject({
      state: 'unknown',
      delivery: { ...newDelivery, lastByteAt, cause: 'being_looked_up' },
    })
  })

  test('whose last byte is not known is looked up under the quarantine of when it became one', async () => {
    await office.book(id, 1)
    const contradicted = { id, from: 'booked', event: 'contradicted', change: newDelivery } as const
    const becameOneAt = noon + 20 * SECOND
    await office.commit({ booking: contradicted }, becameOneAt)
    expect(await retry(noon + HOUR)).toBe('offered')
    expect(await found(noon + HOUR)).toMatchObject({
      state: 'unknown',
      delivery: { ...newDelivery, lastByteAt: becameOneAt, cause: 'being_looked_up' },
    })
  })
})

test('a refusal that is offered again is sent again, as a new one', async () => {
  const cause = { cause: 'date_refused', causeCode: 'CMUT004' } as const
  await office.must({ id, from: 'planned', event: 'refused', change: { ...newDelivery, ...cause } })
  expect(await retry(noon + HOUR)).toBe('offered')
  expect(await found(noon + HOUR)).toMatchObject({
    state: 'planned',
    delivery: { ...newDelivery, lastByteAt: noon },
  })
})

test('one that a fact about the administration held back keeps that, so that its acceptance frees the others', async () => {
  const refused = { cause: 'period_closed', causeCode: 'CMUT020', nextAt: noon + HOUR } as const
  await office.must({ id, from: 'planned', event: 'refused', change: { ...newDelivery, ...refused } })
  expect(await retry(noon + SECOND)).toBe('offered')
  expect((await found(noon + SECOND))?.delivery).toMatchObject({ cause: 'period_closed', nextAt: null })
})

test.each(['planned', 'booked'] as const)('one that is %s is not offered again', async (state) => {
  if (state === 'booked') await office.book(id, 1)
  expect(await retry(noon + HOUR)).toBe('not_retryable')
})
