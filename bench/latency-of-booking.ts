import { setTimeout as sleep } from 'node:timers/promises'
import { BareLoop } from './bare-loop.ts'
import { commitTimes } from './commit-times.ts'
import type { Figure } from './figure.ts'
import type { Office, Tenant } from './office.ts'
import { median, quantile } from './statistics.ts'

/**
 * R3: from the commit that makes an invoice final to the commit that says it is booked, over one bare call. Warm:
 * with a session; cold: the first invoice after the start.
 */
export async function latency(
  office: Office,
  size: { runs: number; invoices: number; cold: number; roundTripMs: number },
): Promise<Figure[]> {
  const [tenant] = office.tenants
  if (tenant === undefined) throw new Error('there is no tenant')
  const bare: number[] = []
  const warm: number[][] = []
  const cold: number[] = []
  for (let run = 0; run < size.runs; run += 1) {
    bare.push(await bareCall(office, tenant, size.invoices, `R3-${run}`))
    office.startWorker()
    await latenciesOf(office, tenant, 3)
    warm.push(await latenciesOf(office, tenant, size.invoices))
    await office.stopWorker()
    const colds: number[] = []
    for (let start = 0; start < size.cold; start += 1) {
      office.startWorker()
      await sleep(100)
      colds.push(...(await latenciesOf(office, tenant, 1)))
      await office.stopWorker()
    }
    cold.push(median(colds))
  }
  const over = (values: readonly number[]) => values.map((value, run) => value / (bare[run] ?? Number.NaN))
  const figure = (title: string, values: readonly number[], most?: number): Figure => ({
    id: 'R3',
    title: `final to booked over one call, ${title}`,
    runs: over(values),
    ...(most === undefined ? {} : { bar: { most } }),
    details: {
      ms: median(values),
      'bare ms': median(bare),
      'over the round trip alone': median(values) / size.roundTripMs,
    },
  })
  const at = (share: number) => warm.map((values) => quantile(values, share))
  return [figure('p50', at(0.5), 1.2), figure('p99', at(0.99)), figure('cold p50', cold)]
}

async function bareCall(office: Office, tenant: Tenant, calls: number, mark: string): Promise<number> {
  const loop = await BareLoop.open(office, tenant, mark)
  const times: number[] = []
  for (let call = 0; call < calls; call += 1) times.push(await loop.call())
  await loop.close()
  return median(times)
}

/** Makes invoices final one by one, each after the one before it was booked; how long each took, in ms. */
export async function latenciesOf(office: Office, tenant: Tenant, invoices: number): Promise<number[]> {
  const ids: string[] = []
  for (let count = 0; count < invoices; count += 1) {
    const draft = await office.draft(tenant)
    // A person takes longer than this between the two, and a draft wakes the worker too.
    await sleep(40)
    ids.push((await office.finalizeDraft(tenant, draft)).invoiceId)
    await untilBooked(office, tenant, ids)
  }
  const times = await commitTimes(office.owner, [tenant.organizationId], ids)
  return times.map(({ bookedAt, finalAt }) => bookedAt - finalAt)
}

/** Looks rarely, so that looking does not slow down what is measured. */
async function untilBooked(
  office: Office,
  { organizationId }: Tenant,
  ids: readonly string[],
): Promise<void> {
  do await sleep(30 + Math.random() * 10)
  while ((await commitTimes(office.owner, [organizationId], ids.slice(-1))).length === 0)
}
