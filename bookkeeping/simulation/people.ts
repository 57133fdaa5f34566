import { bookingTransitions } from '../src/bookings/booking-states.ts'
import { type CauseCode, causesOfHeldBookings, isOfCredits, isTriedByItself } from '../src/causes/causes.ts'
import { newDelivery } from '../src/deliveries/delivery.ts'
import { stateAfter } from '../src/deliveries/transitions.ts'
import { isFailed, relationTransitions } from '../src/relations/relation-states.ts'
import type { OrganizationMemory } from './memory.ts'
import { type BookingRecord, noteStep, type RelationRecord } from './memory-records.ts'
import type { SimulatedAdministration } from './simulated-service.ts'
import { enterNewCodes } from './trouble.ts'
import {
  administrationOf,
  isFaulty,
  linkedAdministration,
  type Office,
  type World,
  wakeWorkers,
} from './world.ts'

const MINUTE = 60_000
/** Of the numbers booked by hand people take so many away; the others stay, and stay a conflict. */
const TAKEN_AWAY = 0.5
/** So many of the mutations that somebody deleted were not meant to be. */
const NOT_MEANT = 0.6

/** People look at what needs them, once in a while during the faults and every few minutes after. */
export function lookAtFailures(world: World): void {
  const { random, timeline } = world
  const next = isFaulty(world) ? random.between(5, 40) * MINUTE : 5 * MINUTE
  const wait = isFaulty(world) ? Math.min(next, world.quietFrom - timeline.now + 1) : next
  timeline.after(Math.max(wait, 1), () => {
    for (const office of world.offices.values()) attend(world, office)
    wakeWorkers(world)
    lookAtFailures(world)
  })
}

function attend(world: World, office: Office): void {
  const { memory } = office
  const isQuiet = !isFaulty(world)
  for (const administration of office.administrations.values()) {
    if (isQuiet) administration.refused.clear()
    if (isQuiet || world.random.happens(0.2)) administration.isAccountFit = true
  }
  const { connection } = memory
  const needsCodes = connection.state === 'paused' && connection.pausedCause !== 'call_limit_reached'
  if (isQuiet && (needsCodes || linkedAdministration(office).validCodes === null))
    enterNewCodes(world, office)
  for (const relation of memory.relations)
    if (relation.booksId === connection.booksId) offerRelationAgain(world, office, relation)
  for (const booking of memory.bookings) offerAgain(world, office, booking)
  if (!world.random.happens(0.05)) return
  connection.testRequestedAt = world.timeline.now + world.clockStep
  memory.markDue(connection.testRequestedAt)
}

/** As retryBooking() does. */
function offerAgain(world: World, office: Office, booking: BookingRecord): void {
  if (booking.state !== 'rejected' && booking.state !== 'conflict') return
  const { memory } = office
  const { plan } = world
  const administration = administrationOf(office, booking.booksId)
  const { delivery, mutation, relation } = booking
  if (causesOfHeldBookings.some((it) => it === delivery.cause)) return
  // People look at the invoice that it waits for, and now and then they offer the credit note itself again.
  if (isOfCredits(delivery.cause) && !(isFaulty(world) && plan.stream('credited').happens(0.1))) return
  if (booking.steps.includes('left_as_it_is') && booking.state === 'conflict') return
  if (isPassedOver(world, office, booking)) return
  // What the service booked twice only the bookkeeper can mend: it stays as it is, and is seen.
  const isDoubled = delivery.cause === 'found_twice' && hasDouble(administration, mutation.invoiceNumber)
  if (isDoubled) return void booking.steps.push('left_as_it_is')
  const byHand = administration.mutations.some(
    (it) => it.author === 'hand' && it.invoiceNumber === mutation.invoiceNumber,
  )
  // Nobody lets a number rest of which Stella only says that it does not know.
  if (byHand && booking.state === 'conflict' && isUsedTwice(delivery.cause)) {
    if (!world.random.happens(TAKEN_AWAY)) return void booking.steps.push('left_as_it_is')
    administration.deleteByHand({ invoiceNumber: mutation.invoiceNumber })
  }
  if (delivery.cause === 'changed_in_books') administration.putRightByHand(mutation.invoiceNumber)
  if (isFailed(relation.state)) offerRelation(memory, relation)
  world.coverage.count('offered again')
  const cause =
    booking.state === 'conflict' ? 'being_looked_up' : isTriedByItself(delivery.cause) ? delivery.cause : null
  booking.delivery = { ...newDelivery, cause, lastByteAt: delivery.lastByteAt ?? booking.changedAt }
  booking.state = stateAfter(bookingTransitions, booking.state, 'offered_again')
  booking.steps.push('offered_again')
  memory.markDue(world.timeline.now + world.clockStep)
}

/**
 * What was offered elsewhere, or left as it is: what certainly stands nowhere goes to the linked books, what
 * cannot be looked up any more stays, and of what somebody deleted from the books some is put back there.
 */
function isPassedOver(world: World, office: Office, booking: BookingRecord): boolean {
  const { memory } = office
  const now = world.timeline.now + world.clockStep
  if (booking.booksId !== memory.connection.booksId && booking.state === 'rejected') {
    memory.move(booking, now, true)
    memory.followCustomer(booking.relation, true)
    booking.steps.push('offered_again')
    memory.markDue(now)
    return true
  }
  if (cannotBeSeen(booking, office)) return true
  const isLeft = booking.delivery.cause === 'missing_in_books' && !isToComeBack(world, office, booking)
  if (isLeft) booking.steps.push('left_as_it_is')
  return isLeft
}

/** Somebody who did not mean it puts it back, or offers it again and thinks, once, that Stella will. */
function isToComeBack(world: World, office: Office, { booksId, mutation, steps }: BookingRecord): boolean {
  if (!world.random.happens(NOT_MEANT)) return false
  const knowsBetter = steps.filter((it) => it === 'contradicted').length > 1
  if (world.random.happens(0.5) || knowsBetter)
    administrationOf(office, booksId).putBackByHand(mutation.invoiceNumber)
  return true
}

/** Whether it stands, perhaps, in books that are no longer linked and whose codes are gone. */
export function cannotBeSeen({ booksId, state }: BookingRecord, { memory }: Office): boolean {
  return state === 'conflict' && booksId !== memory.connection.booksId && !memory.codes.has(booksId)
}

/** What Stella says when somebody else's mutation has the number: alone, or beside ours. */
export function isUsedTwice(cause: CauseCode | null): boolean {
  return cause === 'number_in_use' || cause === 'found_twice'
}

function hasDouble({ mutations }: SimulatedAdministration, invoiceNumber: string): boolean {
  return mutations.some((it) => it.author === 'service' && it.invoiceNumber === invoiceNumber)
}

/** As retryRelation() does, or customerChanged() where the details were the cause. */
function offerRelationAgain(world: World, { memory }: Office, relation: RelationRecord): void {
  const { state, delivery } = relation
  if (state === 'rejected' && delivery.cause === 'refused_without_known_reason') {
    if (isFaulty(world)) return
    relation.customer.content = { ...relation.customer.content, address: 'Nieuwstraat 1' }
    memory.followCustomer(relation, false)
    memory.markDue(world.timeline.now + world.clockStep)
    return
  }
  if (offerRelation(memory, relation)) memory.markDue(world.timeline.now + world.clockStep)
}

/** As offerRelationAgain() does. */
function offerRelation(memory: OrganizationMemory, relation: RelationRecord): boolean {
  const { state, delivery } = relation
  const step = relationTransitions.find((it) => it.from === state && it.event === 'offered_again')
  if (step === undefined) return false
  const isLookedUp = step.to !== 'planned' && step.to !== 'outdated'
  const absentSince = state === 'gone' ? relation.changedAt : null
  relation.state = step.to
  relation.delivery = {
    ...newDelivery,
    cause: isLookedUp ? 'being_looked_up' : null,
    absentSince,
    lastByteAt: delivery.lastByteAt ?? relation.changedAt,
  }
  noteStep(relation, 'offered_again')
  memory.freeBookings(relation.id)
  return true
}
