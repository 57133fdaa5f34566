import { type CauseCode, causeCodes } from '@stella/bookkeeping'
import { addCustomer, addDraft, addInvoice, fillInProfile } from './paperwork.ts'
import { inventCustomer } from './people.ts'
import { type BadDay, causesThatTakeDays, type Provoke, provocations } from './provocations.ts'
import type { Scenario, ScenarioParts } from './scenario.ts'

const minute = 60_000
const hour = 60 * minute

/**
 * Everything goes wrong, one thing after another: every cause that the engine knows, provoked through the sandbox.
 * What all invoices would wait for is mended; what concerns one invoice is left for whoever plays.
 */
export const badDay: Scenario = {
  name: 'bad-day',
  business: { organizationName: 'Drukkerij Zwartbroek', ownerName: 'Ibrahim Zwartbroek', beginsDaysAgo: 10 },
  async make(parts) {
    const { business, now } = parts
    await fillInProfile(business, {
      name: 'Drukkerij Zwartbroek',
      address: 'Persstraat 3',
      postalCode: '3431 AB',
      city: 'Nieuwegein',
      email: 'kantoor@zwartbroek.example',
      phone: '030 255 66 77',
    })
    await business.enterCodes()
    const day = await beginDay(parts)
    for (let calm = 0; calm < 3; calm += 1) {
      await day.invoice()
      await business.letPass(30 * minute)
    }
    const early = provokers(causesThatTakeDays)
    await haveThemHappen(day, early)
    // So long the others take together, nights and meals left out.
    await business.goTo(now - 14 * hour)
    await haveThemHappen(day, provokers(causeCodes, early))
    await business.goTo(now)
  },
}

/** Each once, though it be the way to several causes, and but those that happened already. */
function provokers(codes: readonly CauseCode[], happened: Set<Provoke> = new Set()): Set<Provoke> {
  const all = codes.map((code) => provocations[code]).filter((it) => typeof it === 'function')
  return new Set(all.filter((provoke) => !happened.has(provoke)))
}

async function haveThemHappen(day: BadDay, provoked: Set<Provoke>): Promise<void> {
  for (const provoke of provoked) {
    await provoke(day)
    await day.business.letPass(10 * minute)
  }
}

async function beginDay({ business, random }: ScenarioParts): Promise<BadDay> {
  const newcomer = (ordinal: number) => addCustomer(business, inventCustomer(random, ordinal))
  const customers: string[] = []
  while (customers.length < 12) customers.push(await newcomer(customers.length + 1))
  const paperFor = (customerId: string) => {
    const description = random.pick([
      'Visitekaartjes',
      'Posters A2',
      'Jaarverslag',
      'Folders',
      'Geboortekaartjes',
    ])
    const unitPrice = `${random.between(45, 900)}.00`
    return {
      customerId,
      description,
      lines: [{ description, quantity: '1', unitPrice, vatTreatment: 'high' as const }],
    }
  }
  const invoiceFor = (customerId: string) => addInvoice(business, paperFor(customerId))
  let known = customers.length
  const another = () => {
    known += 1
    return newcomer(known)
  }
  return {
    business,
    invoice: () => invoiceFor(random.pick(customers)),
    invoiceForNewcomer: async () => invoiceFor(await another()),
    draftForNewcomer: async () => addDraft(business, paperFor(await another())),
  }
}
