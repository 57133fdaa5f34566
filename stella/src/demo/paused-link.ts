import type { Business } from './business.ts'
import { eveningOf, morningOf, workingDays } from './calendar.ts'
import { incomingPayments } from './incoming-payments.ts'
import { addCustomer, addDraft, addInvoice, fillInProfile, type Paper } from './paperwork.ts'
import { payAsMostDo } from './paying-habits.ts'
import { inventCustomer } from './people.ts'
import type { Random } from './random.ts'
import type { Scenario } from './scenario.ts'

const hour = 3_600_000

/** Somebody changed the password at e-Boekhouden.nl, so the codes are refused: everything waits, and nothing fails. */
export const pausedLink: Scenario = {
  name: 'paused-link',
  business: {
    organizationName: 'Hoveniersbedrijf Groenendaal',
    ownerName: 'Sanne Groenendaal',
    beginsDaysAgo: 21,
  },
  async make({ business, now, random }) {
    await fillInProfile(business, {
      name: 'Hoveniersbedrijf Groenendaal',
      address: 'Tuinderslaan 21',
      postalCode: '3721 AB',
      city: 'Bilthoven',
      email: 'info@groenendaal.example',
      phone: '030 276 54 32',
    })
    await business.enterCodes()
    const customers: string[] = []
    for (let ordinal = 1; ordinal <= 6; ordinal += 1) {
      customers.push(await addCustomer(business, inventCustomer(random, ordinal)))
    }
    const [before, lastTwo] = splitAt(workingDays(business.clock.now(), now - 20 * hour), -2)
    const payments = incomingPayments(business)
    for (const day of before) {
      await business.goTo(morningOf(day))
      await payments.enterUntil(day)
      await business.goTo(eveningOf(day))
      const invoice = await addInvoice(business, garden(random.pick(customers), random))
      payments.expect(payAsMostDo(invoice, random))
    }
    await business.letPass(hour)
    await letPasswordChange(business)
    for (const day of lastTwo) {
      for (const at of [eveningOf(day), eveningOf(day) + hour / 4]) {
        await business.goTo(at)
        await addInvoice(business, garden(random.pick(customers), random))
      }
    }
    await business.goTo(now - hour / 2)
    await addInvoice(business, garden(random.pick(customers), random))
    const newcomer = await addCustomer(business, inventCustomer(random, 7))
    await addDraft(business, garden(newcomer, random))
    await business.goTo(now)
  },
}

/** The old sessions end with the old password, so the next call is already refused. */
async function letPasswordChange({ books }: Business): Promise<void> {
  await books.changePassword()
  await books.play({ kind: 'session_dies', times: 1 })
}

function splitAt<Item>(items: readonly Item[], at: number): [Item[], Item[]] {
  return [items.slice(0, at), items.slice(at)]
}

function garden(customerId: string, random: Random): Paper {
  return {
    customerId,
    description: random.pick(['Tuinonderhoud', 'Snoeiwerk', 'Gazon aangelegd', 'Haag geplant']),
    lines: [
      {
        description: 'Uren hovenier',
        quantity: `${random.between(2, 16) / 2}`,
        unitPrice: '47.50',
        vatTreatment: 'high',
      },
      {
        description: 'Planten',
        quantity: `${random.between(3, 40)}`,
        unitPrice: '6.95',
        vatTreatment: 'low',
      },
    ],
  }
}
