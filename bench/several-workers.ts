import { sql } from 'kysely'
import type { Figure } from './figure.ts'
import type { Office } from './office.ts'
import { median } from './statistics.ts'
import { makeFinal, rateOf } from './throughput.ts'

/**
 * So few that a worker waits for the service and not for the processor: what is measured is whether workers stand in
 * each other's way, and not how many cores this machine has.
 */
const slots = 2

/**
 * R5: bookings a second of several worker processes over those of one, on one PostgreSQL, for many administrations.
 * And that no two calls for one administration were ever under way at once, by what the workers wrote down.
 */
export async function severalWorkers(
  office: Office,
  size: { runs: number; invoices: number },
): Promise<Figure[]> {
  const rates = new Map<number, number[]>([
    [1, []],
    [2, []],
    [4, []],
  ])
  for (let run = 0; run < size.runs; run += 1)
    for (const [processes, found] of rates) found.push(await rateWith(office, processes, size.invoices))
  const one = rates.get(1) ?? []
  const figure = (processes: number, least: number): Figure => {
    const found = rates.get(processes) ?? []
    return {
      id: 'R5',
      title: `bookings/s of ${processes} workers over one, ${office.tenants.length} administrations`,
      runs: found.map((rate, run) => rate / (one[run] ?? Number.NaN)),
      bar: { least },
      details: { 'bookings/s': median(found), 'of one': median(one) },
    }
  }
  const atOnce: Figure = {
    id: 'R5',
    title: 'calls for an administration while another was under way',
    runs: [await callsAtOnce(office)],
    bar: { most: 0 },
    details: {},
  }
  return [figure(2, 1.9), figure(4, 3.5), atOnce]
}

async function rateWith(office: Office, processes: number, invoices: number): Promise<number> {
  const made = await makeFinal(office, office.tenants, invoices)
  const workers = await Promise.all(Array.from({ length: processes }, () => office.startWorkerProcess(slots)))
  await office.untilAll(['booked', 'verified'])
  const rate = await rateOf(office, office.tenants, made)
  await Promise.all(workers.map((worker) => worker.stop()))
  return rate
}

async function callsAtOnce({ owner }: Office): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (
      select started_at, lag(finished_at) over (partition by organization_id order by started_at) as before
      from exchanges
    ) as calls where started_at < before`.execute(owner.kysely)
  return rows[0]?.count ?? Number.NaN
}
