import { afterEach, expect, test } from 'vitest'
import { EngineAtSandbox } from '../../testing/engine-at-sandbox.ts'
import { retryBooking } from '../bookings/retry-booking.ts'

let office: EngineAtSandbox
afterEach(() => office.close())

test('an invoice refused after its credit note was made holds that back, and takes it along when it is mended', async () => {
  office = await EngineAtSandbox.start(
    {},
    { kind: 'http_error', status: 500, moment: 'before', operation: 'AddMutatie', times: 1 },
  )
  const { organization } = office
  const invoice = await organization.invoice()
  await office.reaches(invoice, 'unknown')
  const note = await organization.credit(invoice)
  const another = await organization.invoice()
  await office.passUntil(another, ['booked', 'verified'])
  expect(await office.booking(note)).toMatchObject({ state: 'planned', cause: 'credited_not_booked_yet' })
  office.sandbox.faults.add({ kind: 'refused', code: 'CMUT004', operation: 'AddMutatie', times: 1 })
  await office.passUntil(invoice, ['rejected'])
  await office.passUntil(note, ['rejected'])
  expect((await office.booking(note)).cause).toBe('credited_not_booked')
  expect(office.mutations()).toHaveLength(1)

  const { id: bookingId } = await office.booking(invoice)
  const retry = { bookingId, now: new Date(office.clock.now()), by: 'organization' } as const
  await organization.within((tx) => retryBooking(tx, retry))
  office.worker.wake()
  await office.passUntil(note, ['booked', 'verified'])
  const numbers = await Promise.all(
    [another, invoice, note].map(async (it) => (await office.booking(it)).invoice_number),
  )
  expect(office.mutations().map(({ invoiceNumber }) => invoiceNumber)).toEqual(numbers)
  const kinds = await organization.activityKinds()
  expect(kinds.filter((kind) => kind === 'invoice_not_booked')).toHaveLength(2)
})
