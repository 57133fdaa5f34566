import { type Clock, systemClock } from '@stella/bookkeeping'
import { VERIFY_AFTER_MS, VERIFY_EVERY_MS } from '../bookkeeping/src/bookings/verification.ts'
import type { Figure } from './figure.ts'
import type { Office } from './office.ts'

/**
 * R4: calls to the service for each invoice, with everything counted from signing in to signing out: the bookings and
 * reading all of them back. Time jumps over the minutes that reading back waits.
 */
export async function callsPerInvoice(
  office: Office,
  sandboxCalls: (administration: string) => Promise<number>,
  size: { runs: number; invoices: number },
): Promise<Figure> {
  const [tenant] = office.tenants
  if (tenant === undefined) throw new Error('there is no tenant')
  const runs: number[] = []
  for (let run = 0; run < size.runs; run += 1) {
    await settleEarlier(office)
    for (let count = 0; count < size.invoices; count += 1) await office.finalize(tenant)
    const before = await sandboxCalls(tenant.access.guid)
    await bookAndVerify(office)
    runs.push(((await sandboxCalls(tenant.access.guid)) - before) / size.invoices)
  }
  return {
    id: 'R4',
    title: `calls for each invoice, ${size.invoices} invoices`,
    runs,
    bar: { most: 1.01 },
    details: {},
  }
}

/** What was booked before is read back now, so that it is not counted. */
const settleEarlier = bookAndVerify

async function bookAndVerify(office: Office): Promise<void> {
  let ahead = 0
  const clock: Clock = { ...systemClock, now: () => systemClock.now() + ahead }
  const worker = office.startWorker(clock)
  await office.untilAll(['booked', 'verified'])
  ahead = VERIFY_AFTER_MS + VERIFY_EVERY_MS
  worker.wake()
  await office.untilAll(['verified'])
  await office.stopWorker()
}
