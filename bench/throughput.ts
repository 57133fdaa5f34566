import { BareLoop } from './bare-loop.ts'
import { commitTimes } from './commit-times.ts'
import type { Figure } from './figure.ts'
import type { Office, Tenant } from './office.ts'
import { median } from './statistics.ts'

/**
 * R1, and R2 without a line in between: bookings a second of the engine over calls a second of the bare loop, for so
 * many administrations at the same time. Of both, what comes before the first answer (signing in) is left out.
 */
export async function throughput(
  office: Office,
  size: { id: 'R1' | 'R2'; runs: number; tenants: number; invoices: number; bar?: Figure['bar'] },
): Promise<Figure> {
  const bare: number[] = []
  const engine: number[] = []
  for (let run = 0; run < size.runs; run += 1) {
    bare.push(await bareRate(office, size, `${size.id}-${size.tenants}-${run}`))
    engine.push(await engineRate(office, size))
  }
  return {
    id: size.id,
    title: `bookings/s of the engine over the bare loop, ${size.tenants} administrations`,
    runs: engine.map((rate, run) => rate / (bare[run] ?? Number.NaN)),
    ...(size.bar === undefined ? {} : { bar: size.bar }),
    details: { 'engine/s': median(engine), 'bare/s': median(bare) },
  }
}

async function bareRate(
  office: Office,
  { tenants, invoices }: { tenants: number; invoices: number },
  mark: string,
): Promise<number> {
  const loops = await Promise.all(
    office.tenants.slice(0, tenants).map((tenant) => BareLoop.open(office, tenant, mark)),
  )
  const startedAt = performance.now()
  await Promise.all(
    loops.map(async (loop) => {
      for (let call = 0; call < invoices; call += 1) await loop.call()
    }),
  )
  const seconds = (performance.now() - startedAt) / 1_000
  await Promise.all(loops.map((loop) => loop.close()))
  return (tenants * invoices) / seconds
}

async function engineRate(
  office: Office,
  { tenants, invoices }: { tenants: number; invoices: number },
): Promise<number> {
  const chosen = office.tenants.slice(0, tenants)
  const made = await makeFinal(office, chosen, invoices + 1)
  office.startWorker()
  await office.untilAll(['booked', 'verified'])
  const rate = await rateOf(office, chosen, made)
  await office.stopWorker()
  return rate
}

/** Makes so many invoices of each final, which wait for a worker; their ids. */
export async function makeFinal(
  office: Office,
  tenants: readonly Tenant[],
  invoices: number,
): Promise<string[]> {
  const made = await Promise.all(
    tenants.map(async (tenant) => {
      const ids: string[] = []
      for (let count = 0; count < invoices; count += 1) ids.push((await office.finalize(tenant)).invoiceId)
      return ids
    }),
  )
  return made.flat()
}

/** Of bookings that are all there: how many a second, from the first one's commit to the last one's. */
export async function rateOf(
  office: Office,
  tenants: readonly Tenant[],
  invoiceIds: readonly string[],
): Promise<number> {
  const ids = tenants.map(({ organizationId }) => organizationId)
  const times = await commitTimes(office.owner, ids, invoiceIds)
  const [first] = times
  const last = times.at(-1)
  if (first === undefined || last === undefined) throw new Error('nothing was booked')
  return (times.length - tenants.length) / ((last.bookedAt - first.bookedAt) / 1_000)
}
