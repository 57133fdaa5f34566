import { formatAmount, parsePlainDate, parseQuantity, parseUnitPrice, totalsOf } from '@stella/invoicing'
import { planMutation } from '../src/bookings/plan-mutation.ts'
import { referenceOf } from '../src/bookings/reference.ts'
import { newDelivery } from '../src/deliveries/delivery.ts'
import type { RelationContent } from '../src/relations/relation-content.ts'
import { causeOfHolding, isFailed } from '../src/relations/relation-states.ts'
import { chooseAccounts } from './choose-accounts.ts'
import { PRODUCTS } from './chosen-accounts.ts'
import { type DrawnInvoice, drawInvoice, type ExpectedAmounts, takenBack } from './invoice-amounts.ts'
import type { OrganizationMemory } from './memory.ts'
import type { BookingRecord, CustomerRecord, RelationRecord } from './memory-records.ts'
import { mergeCustomers } from './merge-customers.ts'
import { spoil } from './trouble.ts'
import { happens, isFaulty, type Office, type World, wakeWorkers } from './world.ts'

const MINUTE = 60_000
/** A month's invoices, made final with one click. */
const AT_ONCE_MS = 2_000
/** Most mistakes are seen at once, or when the customer has read the invoice. */
const CREDITED_WITHIN_MS = 20 * MINUTE
/** So many lines name a product, where products have accounts. */
const OF_PRODUCTS = 0.5
const DATE = parsePlainDate('2026-11-22')

/** Customers, and invoices that become final one after another. Returns how many of those there will be. */
export function finalizeSome(world: World): number {
  const { random, plan, timeline } = world
  let invoices = 0
  const isAtOnce = plan.probability.crowd > 0 && plan.stream('crowd').happens(0.7)
  for (const office of world.offices.values()) {
    const customers = Array.from({ length: random.between(1, 3) }, (_, index) =>
      customerOf(office.memory, index),
    )
    const isCrowded = plan.draws('crowd') && random.happens(0.35)
    if (isCrowded) world.coverage.count('crowd')
    const count = isCrowded ? random.between(12, 30) : random.between(1, 5)
    const latest = isAtOnce ? AT_ONCE_MS : Math.min(plan.faultyFor, 20 * MINUTE)
    for (let index = 0; index < count; index += 1) {
      const customer = customers[random.between(0, customers.length - 1)] ?? customers[0]
      if (customer === undefined) continue
      timeline.after(Math.floor(((index + random.fraction()) / (count + 1)) * latest), () =>
        finalize(world, office, customer),
      )
      invoices += 1
    }
    changeCustomers(world, office)
    chooseAccounts(world, office)
    mergeCustomers(world, office, customers)
  }
  return invoices
}

/** The number is drawn in the transaction that writes everything else: rolled back, it is the next one's. */
function finalize(world: World, office: Office, customer: CustomerRecord): void {
  const { random, timeline } = world
  const { memory } = office
  world.coverage.count('P0')
  const isRolledBack = isFaulty(world) && (isDatabaseAway(world) || happens(world, 'statement_fails'))
  if (isRolledBack) {
    world.coverage.count('statement_fails P0')
    timeline.after(random.between(1_000, MINUTE), () => finalize(world, office, customer))
    return
  }
  const stays = customer.mergedInto ?? customer
  const relation = memory.relationOf(stays, timeline.now)
  memory.followCustomer(relation, true)
  const drawn = drawInvoice(random, world, () => drawProduct(world))
  const customerId = (customer.mergedInto ?? customer).id
  const booking = bookingOf(world, memory, { ...drawn, customerId, relation, credits: null })
  plan(world, office, booking)
  if (!happens(world, 'credited')) return
  const people = world.plan.stream('credited')
  const soon = people.between(0, people.happens(0.5) ? MINUTE : CREDITED_WITHIN_MS)
  timeline.after(soon, () => credit(world, office, booking, drawn))
}

/** From the stream of chosen accounts, so that seeds from before there were any stay what they were. */
function drawProduct({ plan }: World): string | null {
  if (plan.probability.accounts_chosen === 0) return null
  const random = plan.stream('accounts_chosen')
  return random.happens(OF_PRODUCTS) ? (PRODUCTS[random.between(0, PRODUCTS.length - 1)] ?? null) : null
}

function plan(world: World, office: Office, booking: BookingRecord): void {
  const { memory } = office
  memory.bookings.push(booking)
  if (booking.state === 'rejected') memory.noteRefusal(booking)
  spoil(world, office, booking)
  memory.markDue(world.timeline.now + world.clockStep)
  if (!happens(world, 'notify_lost')) wakeWorkers(world)
}

/** Somebody takes back the whole of an invoice, as long as the books did not refuse it. */
function credit(world: World, office: Office, credits: BookingRecord, drawn: Drawn): void {
  const { memory } = office
  if (credits.state === 'rejected' || credits.state === 'conflict') return
  const relation = memory.relationOf(credits.relation.customer, world.timeline.now)
  memory.followCustomer(relation, true)
  const { customerId } = credits
  const taken = takenBack(drawn.invoice, drawn.expected)
  const note = bookingOf(world, memory, { ...taken, customerId, relation, credits })
  credits.creditNotes.push(note)
  plan(world, office, note)
}

function isDatabaseAway({ timeline, databaseDownUntil }: World): boolean {
  return timeline.now < databaseDownUntil
}

/** People correct addresses, also while a relation is on its way, and often see the next mistake right after. */
function changeCustomers(world: World, office: Office): void {
  const { plan, random, timeline } = world
  for (let changes = random.between(0, 2); changes > 0; changes -= 1) {
    timeline.after(random.between(0, plan.faultyFor), () => {
      const { connection, relations: all } = office.memory
      const relations = all.filter((it) => it.booksId === connection.booksId)
      const relation = relations[random.between(0, relations.length - 1)]
      if (relation === undefined) return
      changeCustomer(world, office, relation, `Plaats ${changes}`)
      if (random.happens(0.5)) return
      const soon = random.between(1_000, 100_000)
      timeline.after(soon, () => changeCustomer(world, office, relation, `Dorp ${changes}`))
    })
  }
}

function changeCustomer(
  world: World,
  { memory }: Office,
  { customer }: Pick<RelationRecord, 'customer'>,
  city: string,
): void {
  const { timeline } = world
  customer.content = { ...customer.content, city, address: `Straat ${timeline.now}` }
  const { booksId } = memory.connection
  const relation = memory.relations.find((it) => it.booksId === booksId && it.customer === customer)
  if (relation !== undefined) {
    const isInvoiced = memory.bookings.some((it) => it.relation === relation)
    memory.followCustomer(relation, isInvoiced)
  }
  memory.markDue(timeline.now + world.clockStep)
  if (!happens(world, 'notify_lost')) wakeWorkers(world)
}

function customerOf(memory: OrganizationMemory, index: number): CustomerRecord {
  const id = `${memory.id} customer ${index}`
  // Some have what another lacks.
  const email = index % 2 === 0 ? '' : `${index}@example.nl`
  return { id, content: { ...nobody, name: id, email }, mergedInto: null, steps: [] }
}

type Drawn = { readonly invoice: DrawnInvoice; readonly expected: ExpectedAmounts }

function bookingOf(
  { timeline }: World,
  memory: OrganizationMemory,
  {
    credits,
    customerId,
    expected,
    invoice: drawn,
    relation,
  }: Drawn & Pick<BookingRecord, 'credits' | 'customerId' | 'relation'>,
): BookingRecord {
  const ordinal = memory.bookings.length
  const invoiceId = `${memory.id} invoice ${ordinal}`
  const number = `2026-${String(ordinal + 1).padStart(4, '0')}`
  const lines = drawn.lines.map((line) => ({
    ...line,
    quantity: parseQuantity(line.quantity),
    unitPrice: parseUnitPrice(line.unitPrice),
  }))
  const invoice = { ...drawn, lines }
  const totals = totalsOf(invoice)
  const plan = planMutation({
    invoice: { ...invoice, number, totals, invoiceDate: DATE, paymentTermDays: 30, description: '' },
    accounts: memory.chosen.planWith({ booksId: relation.booksId, credits }),
    customerName: relation.subject.customer,
    relationCode: relation.subject.code,
    reference: referenceOf(invoiceId),
  })
  if (!plan.ok) throw new Error(`Invoice ${number} cannot be planned: ${plan.cause}.`)
  const isHeld = isFailed(relation.state)
  return {
    id: invoiceId,
    ordinal,
    mutation: plan.mutation,
    parts: plan.parts,
    expected,
    on: memory.chosen.expectedFor({ booksId: relation.booksId, credits }),
    subject: {
      invoiceId,
      number,
      customer: relation.subject.customer,
      amount: formatAmount(totals.gross),
    },
    customerId,
    booksId: relation.booksId,
    relation,
    credits,
    creditNotes: [],
    state: isHeld ? 'rejected' : 'planned',
    delivery: isHeld ? { ...newDelivery, cause: causeOfHolding(relation.state) } : newDelivery,
    mutationNumber: null,
    verifyAt: null,
    changedAt: timeline.now,
    steps: [],
  }
}

const nobody: RelationContent = {
  kind: 'company',
  name: '',
  contactPerson: '',
  address: '',
  postalCode: '',
  city: '',
  country: 'Nederland',
  email: '',
  phone: '',
  vatNumber: '',
  kvkNumber: '',
}
