import { BareLoop } from './bare-loop.ts'
import { commitTimes } from './commit-times.ts'
import type { Figure } from './figure.ts'
import type { Office } from './office.ts'
import { median } from './statistics.ts'

/**
 * R1: bookings a second of the engine over calls a second of the bare loop, for so many administrations at the same
 * time. Of both, what comes before the first answer (signing in) is left out.
 */
export async function throughput(
  office: Office,
  size: { runs: number; tenants: number; invoices: number; bar?: Figure['bar'] },
): Promise<Figure> {
  const bare: number[] = []
  const engine: number[] = []
  for (let run = 0; run < size.runs; run += 1) {
    bare.push(await bareRate(office, size, `R1-${size.tenants}-${run}`))
    engine.push(await engineRate(office, size))
  }
  return {
    id: 'R1',
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
  const made = await Promise.all(
    chosen.map(async (tenant) => {
      const ids: string[] = []
      for (let count = 0; count <= invoices; count += 1) ids.push((await office.finalize(tenant)).invoiceId)
      return ids
    }),
  )
  office.startWorker()
  await office.untilAll(['booked', 'verified'])
  const times = await commitTimes(
    office.owner,
    chosen.map(({ organizationId }) => organizationId),
    made.flat(),
  )
  await office.stopWorker()
  const [first] = times
  const last = times.at(-1)
  if (first === undefined || last === undefined) throw new Error('nothing was booked')
  return (times.length - tenants) / ((last.bookedAt - first.bookedAt) / 1_000)
}
