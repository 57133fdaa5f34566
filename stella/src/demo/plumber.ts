import type { PlainDate } from '@stella/invoicing'
import { eveningOf, morningOf, workingDays } from './calendar.ts'
import { type IncomingPayments, incomingPayments } from './incoming-payments.ts'
import {
  addCustomer,
  addDraft,
  addInvoice,
  addProduct,
  changeCustomer,
  fillInProfile,
  type Line,
  type Paper,
  type SoldOften,
} from './paperwork.ts'
import { payAsMostDo } from './paying-habits.ts'
import { inventCustomer } from './people.ts'
import type { Random } from './random.ts'
import type { Scenario, ScenarioParts } from './scenario.ts'

const minute = 60_000
const customersAtMost = 48

/**
 * Ordinary work since so many days: a few invoices a week, all booked and read back, most of them paid, and some drafts
 * of today.
 */
export function plumberSince(beginsDaysAgo: number): Scenario {
  return {
    name: 'plumber',
    business: {
      organizationName: 'Loodgietersbedrijf Van Dijk',
      ownerName: 'Kees van Dijk',
      beginsDaysAgo,
    },
    make,
  }
}

/** A year of it. */
export const plumber: Scenario = plumberSince(364)

async function make(parts: ScenarioParts): Promise<void> {
  const { business, now } = parts
  await fillInProfile(business, {
    name: 'Loodgietersbedrijf Van Dijk',
    address: 'Werfkade 8',
    postalCode: '3511 KX',
    city: 'Utrecht',
    email: 'administratie@vandijk.example',
    phone: '030 234 56 78',
  })
  for (const product of products) await addProduct(business, product)
  await business.enterCodes()
  const customers: string[] = []
  const payments = incomingPayments(business)
  for (const day of workingDays(business.clock.now(), now))
    await workThrough(day, parts, { customers, payments })
  await business.goTo(now - 40 * minute)
  await drafts(parts, customers)
  await business.goTo(now)
}

/**
 * Of a working day: what came in by the bank, and perhaps a job or two, written down in the evening; the relation may
 * have moved.
 */
async function workThrough(
  day: PlainDate,
  { business, now, random }: ScenarioParts,
  { customers, payments }: { customers: string[]; payments: IncomingPayments },
): Promise<void> {
  if (morningOf(day) > now - 60 * minute) return
  await business.goTo(morningOf(day))
  await payments.enterUntil(day)
  const jobs = random.oneIn(3) ? 0 : random.between(1, random.oneIn(4) ? 2 : 1)
  for (let job = 0; job < jobs; job += 1) {
    const at = eveningOf(day) + job * 7 * minute + random.between(0, 5) * minute
    if (at > now - 60 * minute) return
    await business.goTo(at)
    const customerId = await customerFor(business, random, customers)
    if (random.oneIn(40)) await changeCustomer(business, customerId, { phone: '030 298 76 54' })
    const invoice = await addInvoice(business, paperFor(customerId, random))
    payments.expect(payAsMostDo(invoice, random))
  }
}

async function customerFor(
  business: ScenarioParts['business'],
  random: Random,
  customers: string[],
): Promise<string> {
  const isNew = customers.length < customersAtMost && (customers.length < 4 || random.oneIn(3))
  if (!isNew) return random.pick(customers)
  const id = await addCustomer(business, inventCustomer(random, customers.length + 1))
  customers.push(id)
  return id
}

async function drafts({ business, random }: ScenarioParts, customers: string[]): Promise<void> {
  for (const customerId of customers.slice(-3)) await addDraft(business, paperFor(customerId, random))
}

interface Job {
  description: string
  lines(random: Random): Line[]
  pricesIncludeVat?: boolean
}

const line = (
  description: string,
  quantity: string,
  unitPrice: string,
  vatTreatment: Line['vatTreatment'] = 'high',
) => ({
  description,
  quantity,
  unitPrice,
  vatTreatment,
})
const hours = (random: Random, most: number) => line('Arbeid', `${random.between(2, most * 2) / 2}`, '62.50')
const callOut = line('Voorrijkosten', '1', '35.00')

/** What stands on most of its invoices. */
const products: readonly SoldOften[] = [
  { code: 'UUR', description: 'Arbeid', unit: 'hour', unitPrice: '62.50', vatTreatment: 'high' },
  {
    code: 'ISO',
    description: 'Arbeid isoleren van de woning',
    unit: 'hour',
    unitPrice: '58',
    vatTreatment: 'low',
  },
  { code: 'VOOR', description: 'Voorrijkosten', unit: 'piece', unitPrice: '35', vatTreatment: 'high' },
  {
    code: 'CV1',
    description: 'Onderhoudsbeurt cv-ketel',
    unit: 'piece',
    unitPrice: '98.3471',
    vatTreatment: 'high',
  },
  {
    code: 'KRAAN',
    description: 'Inbouwkraan met thermostaat',
    unit: 'piece',
    unitPrice: '389',
    vatTreatment: 'high',
  },
  { code: 'LEID', description: 'Leidingwerk', unit: 'metre', unitPrice: '14.75', vatTreatment: 'high' },
]

/** Labour on insulating a home is at 9 %, materials and all other work at 21 %. */
const jobs: readonly Job[] = [
  {
    description: 'Lekkage keuken verholpen',
    lines: (random) => [
      callOut,
      hours(random, 3),
      line('Koppelingen en pakkingen', '1', `${random.between(8, 40)}.95`),
    ],
  },
  {
    description: 'Jaarlijks onderhoud cv-ketel',
    lines: () => [line('Onderhoudsbeurt cv-ketel', '1', '119.00')],
    pricesIncludeVat: true,
  },
  {
    description: 'Toilet vervangen',
    lines: (random) => [
      line('Duoblok, wit', '1', `${random.between(189, 349)}.00`),
      line('Aansluitmateriaal', '1', '42.50'),
      hours(random, 5),
    ],
  },
  {
    description: 'Leidingen geïsoleerd',
    lines: (random) => [
      line('Arbeid isoleren van de woning', `${random.between(4, 12) / 2}`, '58.00', 'low'),
      line('Isolatieschalen', `${random.between(6, 30)}`, '3.85'),
    ],
  },
  {
    description: 'Badkamer, termijn',
    lines: (random) => [
      hours(random, 24),
      line('Inbouwkraan met thermostaat', '1', '389.00'),
      line('Douchegoot 80 cm', '1', '214.50'),
      line('Leidingwerk', `${random.between(8, 25)}`, '14.75'),
      line('Afvoeren van puin', '1', '95.00'),
    ],
  },
  {
    description: 'Afvoer ontstopt',
    lines: (random) => [callOut, line('Ontstoppen', '1', `${random.between(85, 160)}.00`)],
  },
  {
    description: 'Radiatoren vervangen',
    lines: (random) => [line('Radiator type 22', `${random.between(1, 4)}`, '187.40'), hours(random, 8)],
  },
]

function paperFor(customerId: string, random: Random): Paper {
  const { description, lines, pricesIncludeVat = false } = random.pick(jobs)
  return {
    customerId,
    description,
    lines: lines(random),
    pricesIncludeVat,
    paymentTermDays: random.oneIn(3) ? 30 : 14,
  }
}
