import type { FaultRule } from '@stella/e-boekhouden-sandbox'
import type { SandboxProcess } from '../tests/chaos/processes/sandbox.ts'
import type { Figure } from './figure.ts'
import { latenciesOf } from './latency-of-booking.ts'
import type { Office, Tenant } from './office.ts'
import { median } from './statistics.ts'

/** What befalls one administration while another's invoices are measured. */
const misfortunes: Readonly<Record<string, (administration: string) => FaultRule>> = {
  'every call takes a minute': (administration) => ({
    ...{ kind: 'slow', operation: 'AddMutatie', seconds: 60, moment: 'before', administration },
  }),
  'every booking is refused': (administration) => ({
    kind: 'refused',
    operation: 'AddMutatie',
    administration,
  }),
  'nothing is answered': (administration) => ({ kind: 'reset', moment: 'before', administration }),
}

/**
 * R9: how long an invoice of one organization takes while something is wrong with the administration of another that
 * has invoices waiting, over how long it takes while nothing is; by turns, in one database.
 */
export async function* bystander(
  office: Office,
  sandbox: SandboxProcess,
  size: { runs: number; invoices: number; waiting: number },
): AsyncIterable<Figure> {
  for (const [title, ruleFor] of Object.entries(misfortunes)) {
    const [quiet, beside]: [number[], number[]] = [[], []]
    const [unfortunate, other] = [await office.addTenant(), await office.addTenant()]
    for (let run = 0; run < size.runs; run += 1) {
      quiet.push(await measure(office, other, size.invoices))
      for (let count = 0; count < size.waiting; count += 1) await office.finalize(unfortunate)
      const id = await sandbox.call('addFault', ruleFor(unfortunate.access.guid))
      beside.push(await measure(office, other, size.invoices))
      await sandbox.call('removeFault', id)
    }
    yield {
      id: 'R9',
      title: `one invoice while of another ${title}, over alone, p50`,
      runs: beside.map((value, run) => value / (quiet[run] ?? Number.NaN)),
      bar: { most: 1.2 },
      details: { 'beside ms': median(beside), 'alone ms': median(quiet) },
    }
  }
}

async function measure(office: Office, tenant: Tenant, invoices: number): Promise<number> {
  office.startWorker()
  await latenciesOf(office, tenant, 3)
  const measured = median(await latenciesOf(office, tenant, invoices))
  await office.stopWorker()
  return measured
}
