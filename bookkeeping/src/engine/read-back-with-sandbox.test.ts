import { listActivities } from '@stella/database'
import type { FaultRule, Settings } from '@stella/e-boekhouden-sandbox'
import { afterEach, expect, test } from 'vitest'
import { EngineAtSandbox } from '../../testing/engine-at-sandbox.ts'
import { eventually } from '../../testing/eventually.ts'
import type { PlannedMutation } from '../bookings/planned-mutation.ts'
import { VERIFY_AFTER_MS, VERIFY_EVERY_MS } from '../bookings/verification.ts'
import { eBoekhoudenAt } from '../books/e-boekhouden-books.ts'

let office: EngineAtSandbox
afterEach(() => office.close())

async function begin(settings: Partial<Settings> = {}, ...faults: FaultRule[]): Promise<void> {
  office = await EngineAtSandbox.start(settings, ...faults)
}

const booking = (invoiceId: string) => office.booking(invoiceId)
const reaches = (invoiceId: string, state: string) => office.reaches(invoiceId, state)
const mutations = () => office.mutations()
/** Lets the time pass until booked invoices are read back once. */
const untilReadBack = () => office.clock.advance(VERIFY_AFTER_MS + VERIFY_EVERY_MS + 1_000)
const notBooked = () =>
  office.organization.within(async (tx) => {
    const { items } = await listActivities(tx, { limit: 100 })
    return items.filter(({ kind }) => kind === 'invoice_not_booked').map(({ parameters }) => parameters)
  })

test('one empty answer when reading back fails no invoice: all are read once more', async () => {
  await begin()
  const invoices = [
    await office.organization.invoice(),
    await office.organization.invoice(),
    await office.organization.invoice(),
  ]
  for (const invoice of invoices) await reaches(invoice, 'booked')
  office.sandbox.faults.add({ kind: 'empty_result', operation: 'GetMutaties', times: 1 })
  untilReadBack()
  const isSeen = (it: { absent_since: Date | null }) => it.absent_since !== null
  for (const invoice of invoices) await eventually(() => booking(invoice), isSeen)
  untilReadBack()
  for (const invoice of invoices) {
    expect(await reaches(invoice, 'verified')).toMatchObject({ cause: null, absent_since: null })
  }
  expect(await notBooked()).toEqual([])
})

test('what is not there in two readings is missing, and a person is told', async () => {
  await begin()
  const invoice = await office.organization.invoice()
  const { mutation_number: number } = await reaches(invoice, 'booked')
  office.sandbox.faults.add({ kind: 'empty_result', operation: 'GetMutaties' })
  untilReadBack()
  const once = await eventually(
    () => booking(invoice),
    (it) => it.absent_since !== null,
  )
  expect(once).toMatchObject({ state: 'booked', mutation_number: number, cause: null })
  expect(await notBooked()).toEqual([])
  untilReadBack()
  expect(await reaches(invoice, 'conflict')).toMatchObject({ cause: 'missing_in_books' })
  expect(await notBooked()).toMatchObject([{ cause: 'missing_in_books' }])
})

test('what stands in the books is compared to the cent: one cent is a conflict', async () => {
  await begin()
  const invoices = [await office.organization.invoice(), await office.organization.invoice()]
  for (const invoice of invoices) await reaches(invoice, 'booked')
  const [first, second] = invoices.map((it) => it ?? '')
  // The same as if somebody had changed the mutation: the books and what was sent differ by a cent.
  await office.db.database('owner').pool.query(
    `update bookings set mutation = jsonb_set(mutation, '{lines,0,vat}',
        to_jsonb(((mutation #>> '{lines,0,vat}')::numeric + 0.01)::text)) where invoice_id = $1`,
    [first],
  )
  untilReadBack()
  expect(await reaches(first ?? '', 'conflict')).toMatchObject({ cause: 'changed_in_books' })
  await reaches(second ?? '', 'verified')
})

test('what the service booked twice by itself is found when it is read back, with both numbers', async () => {
  await begin({ duplicateInvoiceNumbers: 'accepted' }, { kind: 'booked_twice', times: 1 })
  const invoices = [await office.organization.invoice(), await office.organization.invoice()]
  for (const invoice of invoices) await reaches(invoice, 'booked')
  untilReadBack()
  expect(await reaches(invoices[0] ?? '', 'conflict')).toMatchObject({ cause: 'found_twice' })
  await reaches(invoices[1] ?? '', 'verified')
  const numbers = mutations()
    .filter((it) => it.invoiceNumber === '2026-0001')
    .map((it) => it.number)
  expect(numbers).toHaveLength(2)
  expect(await notBooked()).toMatchObject([{ cause: 'found_twice', mutationNumbers: numbers.join(', ') }])
})

test('the same invoice booked by hand is taken for ours only when ours can no longer come', async () => {
  const lost: FaultRule = { kind: 'no_answer', moment: 'before', operation: 'AddMutatie', times: 1 }
  await begin({ duplicateInvoiceNumbers: 'accepted' }, lost)
  const invoice = await office.organization.invoice()
  const { mutation } = await reaches(invoice, 'unknown')
  const byHand = { ...(mutation as unknown as PlannedMutation), reference: 'met de hand' }
  const people = eBoekhoudenAt(office.sandbox.soapUrl)(office.codes)
  await people.addMutation(byHand, new AbortController().signal)
  office.clock.advance(6_000)
  office.worker.wake()
  const looked = await eventually(
    () => booking(invoice),
    (it) => it.look_ups > 0,
  )
  expect(looked).toMatchObject({ state: 'unknown', mutation_number: null })
  await office.settle(invoice)
  expect(mutations()).toMatchObject([{ document: 'met de hand' }])
  expect((await booking(invoice)).mutation_number).toBe(BigInt(mutations()[0]?.number ?? 0))
})
