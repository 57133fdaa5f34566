import { cents, formatAmount } from '@stella/invoicing'
import type { PlannedMutation } from '../booking/planned-mutation.ts'
import { referenceOf } from '../booking/reference.ts'
import { newDelivery } from '../delivery/delivery.ts'
import { relationCodeOf } from '../relation/relation-code.ts'
import type { RelationContent } from '../relation/relation-content.ts'
import type { World } from './history.ts'
import type { BookingRecord, OrganizationMemory, RelationRecord } from './memory.ts'

/** Customers with drafts, and invoices that become final in order of their numbers. Returns how many of those. */
export function finalizeSome(world: World): number {
  let invoices = 0
  for (const memory of world.organizations.values()) {
    const customers = Array.from({ length: world.random.between(1, 3) }, (_, index) =>
      relationOf(memory, index),
    )
    const count = world.random.between(1, 6)
    for (let index = 0; index < count; index += 1) {
      const relation = customers[world.random.between(0, customers.length - 1)] ?? customers[0]
      if (relation === undefined) continue
      finalize(world, memory, relation, index)
      invoices += 1
    }
  }
  return invoices
}

/** In numeric order, at growing moments: the series is locked while a number is drawn. */
function finalize(world: World, memory: OrganizationMemory, relation: RelationRecord, index: number): void {
  const { random, timeline, plan } = world
  const booking = bookingOf(world, memory, relation, index)
  const latest = Math.min(plan.faultyFor, 20 * 60_000)
  timeline.after(Math.floor(((index + random.fraction()) / 7) * latest), () => {
    if (!memory.relations.includes(relation)) memory.relations.push(relation)
    memory.bookings.push(booking)
    memory.markDue(timeline.now)
    if (random.happens(plan.local.notify_lost)) world.coverage.count('notify_lost')
    else world.wake()
  })
  prepareTrouble(world, memory, booking)
}

/** Some are refused by the books until mended, and some numbers were used by hand before. */
function prepareTrouble(world: World, memory: OrganizationMemory, booking: BookingRecord): void {
  const administration = world.administrations.get(memory.id)
  if (administration === undefined) return
  if (world.random.happens(0.08)) {
    administration.refused.add(booking.mutation.invoiceNumber)
    world.coverage.count('refused by the books')
  } else if (world.plan.refusesDuplicates && world.random.happens(0.05)) {
    const byHand = { ...booking.mutation, reference: 'by hand', date: '2026-01-01' }
    administration.addMutation(byHand, world.timeline.now, true)
    world.coverage.count('number used by hand')
  }
}

function relationOf(memory: OrganizationMemory, index: number): RelationRecord {
  const customerId = `${memory.id} customer ${index}`
  return {
    id: `${customerId} relation`,
    subject: { customerId, customer: customerId, code: relationCodeOf(customerId) },
    content: { ...nobody, name: customerId },
    state: 'planned',
    delivery: newDelivery,
  }
}

function bookingOf(
  { random }: World,
  memory: OrganizationMemory,
  relation: RelationRecord,
  index: number,
): BookingRecord {
  const invoiceId = `${memory.id} invoice ${index}`
  const number = `2026-${String(index + 1).padStart(4, '0')}`
  const net = BigInt(random.between(1, 99_999))
  const vat = (net * 21n + 50n) / 100n
  const line = {
    revenueAccount: '8000',
    vatCode: 'HOOG_VERK_21',
    vatPercentage: '21',
    net: formatAmount(cents(net)),
    vat: formatAmount(cents(vat)),
    gross: formatAmount(cents(net + vat)),
  }
  const mutation: PlannedMutation = {
    date: '2026-11-22',
    debtorsAccount: '1300',
    relationCode: relation.subject.code,
    invoiceNumber: number,
    reference: referenceOf(invoiceId),
    description: `Factuur ${number}`,
    paymentTermDays: 30,
    amountsIncludeVat: false,
    lines: [line],
  }
  return {
    id: invoiceId,
    ordinal: index,
    mutation,
    subject: { invoiceId, number, customer: relation.subject.customer, amount: line.gross },
    relation,
    state: 'planned',
    delivery: newDelivery,
    mutationNumber: null,
    verifyAt: null,
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
