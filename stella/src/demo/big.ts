import {
  inOrganization,
  insertFinalInvoices,
  lockActivities,
  type NewFinalInvoice,
  recordActivitiesStatement,
  saveCustomer,
} from '@stella/database'
import {
  addDays,
  formatAmount,
  type InvoiceContent,
  type PlainDate,
  todayInAmsterdam,
  totalsOf,
  type Validated,
  validateCustomer,
  validateDraft,
  yearOf,
} from '@stella/invoicing'
import { addInvoice, fillInProfile, type Line } from './paperwork.ts'
import { inventCustomer } from './people.ts'
import type { Random } from './random.ts'
import type { Scenario, ScenarioParts } from './scenario.ts'

const minute = 60_000
const customerCount = 1_500
/** More in one statement would be slower: its parameters are counted in two bytes. */
const batchSize = 500
const years = 5

interface Buyer {
  id: string
  name: string
}

/** A web shop with so many final invoices, of which the last few are booked: it was linked only this morning. */
export function shopOf(invoiceCount: number): Scenario {
  return {
    name: 'big',
    business: { organizationName: 'Webwinkel De Duizendpoot', ownerName: 'Yara Bos', beginsDaysAgo: 1 },
    async make(parts) {
      const { business, now, random } = parts
      await fillInProfile(business, {
        name: 'Webwinkel De Duizendpoot',
        address: 'Magazijnweg 100',
        postalCode: '3991 AB',
        city: 'Houten',
        email: 'winkel@duizendpoot.example',
        phone: '030 299 88 77',
      })
      const buyers = await addBuyers(parts)
      for (const batch of batchesOf(contents(parts, buyers, invoiceCount)))
        await addBatch(parts, buyers, batch)
      await business.goTo(now - 90 * minute)
      await business.enterCodes()
      for (let order = 0; order < 8; order += 1) {
        await business.letPass(2 * minute)
        await addInvoice(business, {
          customerId: random.pick(buyers).id,
          description: 'Bestelling',
          lines: lines(random),
        })
      }
      await business.goTo(now)
    },
  }
}

export const big: Scenario = shopOf(100_000)

async function addBuyers({ business, random, stage }: ScenarioParts): Promise<Buyer[]> {
  const { app } = stage.databases
  const add = async (ordinal: number): Promise<Buyer> => {
    const content = valid(validateCustomer({ ...inventCustomer(random, ordinal), country: 'NL' }))
    return inOrganization(app, business.organizationId, (tx) => saveCustomer(tx, content))
  }
  const buyers: Buyer[] = []
  while (buyers.length < customerCount) buyers.push(await add(buyers.length + 1))
  return buyers
}

/** In order of date, evenly over the years before today. */
function* contents(
  { now, random }: ScenarioParts,
  buyers: Buyer[],
  count: number,
): Generator<InvoiceContent> {
  const days = years * 365
  const first = addDays(todayInAmsterdam(new Date(now)), -days)
  for (let ordinal = 0; ordinal < count; ordinal += 1) {
    const invoiceDate = addDays(first, Math.floor((ordinal / count) * days))
    const description = `Bestelling ${100_001 + ordinal}`
    const customerId = random.pick(buyers).id
    const content = { customerId, invoiceDate, description, paymentTermDays: 14, pricesIncludeVat: true }
    yield valid(validateDraft({ ...content, lines: lines(random) }))
  }
}

/** Of one year each, as every year has a series of its own. */
function* batchesOf(all: Iterable<InvoiceContent>): Generator<InvoiceContent[]> {
  let batch: InvoiceContent[] = []
  for (const content of all) {
    const [first] = batch
    const isOfNextYear = first !== undefined && yearOf(first.invoiceDate) !== yearOf(content.invoiceDate)
    if (isOfNextYear || batch.length === batchSize) {
      yield batch
      batch = []
    }
    batch.push(content)
  }
  if (batch.length > 0) yield batch
}

/** The invoices, and in the log what the API writes there of those that are made without a link. */
async function addBatch(
  { business, stage }: ScenarioParts,
  buyers: Buyer[],
  batch: InvoiceContent[],
): Promise<void> {
  const [first] = batch
  if (first === undefined) return
  const names = new Map(buyers.map(({ id, name }) => [id, name]))
  const invoices: NewFinalInvoice[] = batch.map((content) => ({ content, at: noonOf(content.invoiceDate) }))
  await inOrganization(stage.databases.app, business.organizationId, async (tx) => {
    await lockActivities(tx)
    const made = await insertFinalInvoices(tx, yearOf(first.invoiceDate), invoices)
    const entries = made.map(({ id, number }, at) => {
      const content = batch[at] ?? first
      const { gross } = totalsOf(content)
      const customer = names.get(content.customerId) ?? ''
      const parameters = { number, customer, amount: formatAmount(gross) }
      return {
        kind: 'invoice_not_connected',
        subjectId: id,
        parameters,
        at: noonOf(content.invoiceDate),
      } as const
    })
    await recordActivitiesStatement(tx, entries).execute()
  })
}

const wares = [
  ['Mok met opdruk', '12.95', 'high'],
  ['Notitieboek A5', '8.50', 'high'],
  ['Kookboek', '24.95', 'low'],
  ['Losse thee 100 g', '6.75', 'low'],
  ['Katoenen tas', '9.95', 'high'],
  ['Kalender', '15.00', 'high'],
] as const

function lines(random: Random): Line[] {
  return Array.from({ length: random.between(1, 3) }, () => {
    const [description, unitPrice, vatTreatment] = random.pick(wares)
    return { description, quantity: String(random.between(1, 4)), unitPrice, vatTreatment }
  })
}

function noonOf(day: PlainDate): Date {
  return new Date(`${day}T11:00:00Z`)
}

function valid<Value>(checked: Validated<Value>): Value {
  if (checked.ok) return checked.value
  throw new Error(`The scenario is not as it must be: ${JSON.stringify(checked.problems)}`)
}
