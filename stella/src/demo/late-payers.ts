import { eveningOf, morningOf, workingDays } from './calendar.ts'
import { incomingPayments } from './incoming-payments.ts'
import { addCustomer, addInvoice, fillInProfile, type Paper } from './paperwork.ts'
import { troublesomeHabits } from './paying-habits.ts'
import { inventCustomer } from './people.ts'
import type { Random } from './random.ts'
import type { Scenario } from './scenario.ts'

const minute = 60_000
/** An invoice every so many working days. */
const everyDays = 3

/** Customers who pay late, in parts, too much, twice, under another number, or not at all. */
export const latePayers: Scenario = {
  name: 'late-payers',
  business: { organizationName: 'Schildersbedrijf Kwast', ownerName: 'Fatima de Groot', beginsDaysAgo: 100 },
  async make({ business, now, random }) {
    await fillInProfile(business, {
      name: 'Schildersbedrijf Kwast',
      address: 'Ladderstraat 14',
      postalCode: '3532 GH',
      city: 'Utrecht',
      email: 'info@kwast.example',
      phone: '030 288 99 00',
    })
    await business.enterCodes()
    const customers: string[] = []
    for (let ordinal = 1; ordinal <= troublesomeHabits.length; ordinal += 1)
      customers.push(await addCustomer(business, inventCustomer(random, ordinal)))
    const payments = incomingPayments(business)
    let made = 0
    for (const [at, day] of workingDays(business.clock.now(), now).entries()) {
      if (eveningOf(day) > now - 30 * minute) break
      await business.goTo(morningOf(day))
      await payments.enterUntil(day)
      if (at % everyDays > 0) continue
      await business.goTo(eveningOf(day))
      // Each customer keeps to a habit.
      const turn = made % troublesomeHabits.length
      const invoice = await addInvoice(business, painting(customers[turn] ?? '', random))
      payments.expect(troublesomeHabits[turn]?.(invoice, random) ?? [])
      made += 1
    }
    await business.goTo(now)
  },
}

function painting(customerId: string, random: Random): Paper {
  return {
    customerId,
    description: random.pick(['Kozijnen geschilderd', 'Trappenhuis gewit', 'Deuren gelakt', 'Gevel geverfd']),
    lines: [
      {
        description: 'Uren schilder',
        quantity: `${random.between(4, 40)}`,
        unitPrice: '48.00',
        vatTreatment: 'low',
      },
      {
        description: 'Verf en materiaal',
        quantity: '1',
        unitPrice: `${random.between(40, 260)}.00`,
        vatTreatment: 'high',
      },
    ],
  }
}
