import { addBacklog } from './backlog.ts'
import type { Figure } from './figure.ts'
import { latenciesOf } from './latency-of-booking.ts'
import type { Office, Tenant } from './office.ts'
import { median, quantile } from './statistics.ts'

/**
 * R8: how long a single invoice of one organization takes while another has 50,000 waiting, over how long it takes
 * alone. The two are measured by turns, each on a database of its own.
 */
export async function fairness(
  alone: Office,
  together: Office,
  size: { runs: number; invoices: number; waiting: number },
): Promise<Figure[]> {
  const [single] = alone.tenants
  const [busy, other] = together.tenants
  if (single === undefined || busy === undefined || other === undefined)
    throw new Error('tenants are missing')
  await addBacklog(together, busy, size.waiting)
  const quiet: number[][] = []
  const beside: number[][] = []
  for (let run = 0; run < size.runs; run += 1) {
    quiet.push(await measure(alone, single, size.invoices))
    beside.push(await measure(together, other, size.invoices))
  }
  const figure = (share: number, title: string, most?: number): Figure => {
    const [left, right] = [beside, quiet].map((runs) => runs.map((values) => quantile(values, share)))
    return {
      id: 'R8',
      title: `one invoice beside ${size.waiting} of another over alone, ${title}`,
      runs: (left ?? []).map((value, run) => value / (right?.[run] ?? Number.NaN)),
      ...(most === undefined ? {} : { bar: { most } }),
      details: { 'beside ms': median(left ?? []), 'alone ms': median(right ?? []) },
    }
  }
  return [figure(0.5, 'p50', 1.2), figure(0.99, 'p99', 2)]
}

async function measure(office: Office, tenant: Tenant, invoices: number): Promise<number[]> {
  office.startWorker()
  await latenciesOf(office, tenant, 3)
  const measured = await latenciesOf(office, tenant, invoices)
  await office.stopWorker()
  return measured
}
