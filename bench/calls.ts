import { type Clock, systemClock } from '@stella/bookkeeping'
import { VERIFY_AFTER_MS, VERIFY_EVERY_MS } from '../bookkeeping/src/bookings/verification.ts'
import type { SandboxProcess } from '../tests/chaos/processes/sandbox.ts'
import type { Figure } from './figure.ts'
import type { Office } from './office.ts'

/**
 * R4: calls to the service for each invoice, with everything counted from signing in to signing out: the bookings,
 * looking up those of which the answer was lost, and reading all of them back. Time jumps over the minutes that
 * reading back waits.
 *
 * @param size `lost` is the share of bookings of which the answer gets lost
 */
export async function callsPerInvoice(
  office: Office,
  sandbox: SandboxProcess,
  size: { runs: number; invoices: number; lost: number; most: number },
): Promise<Figure> {
  const [tenant] = office.tenants
  if (tenant === undefined) throw new Error('there is no tenant')
  const administration = tenant.access.guid
  const calls = async () => (await sandbox.call('journal', { administration, after: 0 })).at(-1)?.number ?? 0
  const runs: number[] = []
  for (let run = 0; run < size.runs; run += 1) {
    await settleEarlier(office)
    for (let count = 0; count < size.invoices; count += 1) await office.finalize(tenant)
    const before = await calls()
    const aim = { operation: 'AddMutatie', administration, share: size.lost, seed: run + 1 }
    const fault = await sandbox.call('addFault', { kind: 'answer_lost', ...aim })
    await bookAndVerify(office)
    await sandbox.call('removeFault', fault)
    runs.push(((await calls()) - before) / size.invoices)
  }
  const lost = size.lost === 0 ? '' : `, ${size.lost * 100} % of the answers lost`
  return {
    id: 'R4',
    title: `calls for each invoice, ${size.invoices} invoices${lost}`,
    runs,
    bar: { most: size.most },
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
