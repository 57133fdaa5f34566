import { shopOf } from './big.ts'
import { type MadeBusiness, makeAnother } from './make-business.ts'
import { plumberSince } from './plumber.ts'
import type { Scenario } from './scenario.ts'
import type { Stage } from './stage.ts'

/** What the plumber writes in a day, on average over its weeks. */
const invoicesPerDay = 168 / 181

/** More takes the product's own code long; the rest is then spread over the plumbers. */
const mostOfShop = 100_000

export interface Many {
  organizations: number
  invoices: number
}

type CopyOrganization = (organizationId: string, numbered: { first: number; copies: number }) => Promise<void>

/**
 * So many businesses with so many final invoices together, or about as many: a web shop with a tenth of them at most,
 * and plumbers with the rest, who each have their books in order. Only two are made as people make them; of the plumber
 * there are copies.
 */
export async function makeMany(
  stage: Stage,
  { organizations, invoices }: Many,
  { loginsFile, now, copy }: { loginsFile: string; now: number; copy: CopyOrganization },
): Promise<MadeBusiness> {
  const ofShop = Math.min(Math.round(invoices / 10), mostOfShop)
  const days = Math.max(7, Math.round((invoices - ofShop) / (organizations - 1) / invoicesPerDay))
  const make = (scenario: Scenario) => makeAnother(stage, { loginsFile, scenario, now })
  const plumber = await make(plumberSince(days))
  await copy(plumber.organizationId, { first: 1, copies: organizations - 2 })
  return { outcome: 'made', ...(await make(shopOf(ofShop))) }
}
