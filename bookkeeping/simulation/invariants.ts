import type { ActivityEntry } from '../src/activities/activity-entries.ts'
import { relationCodeOf } from '../src/relations/relation-code.ts'
import { isSameContent } from '../src/relations/relation-content.ts'
import { isPresent } from '../src/relations/relation-states.ts'
import { checkBooks, isTheInvoice } from './invariants-now.ts'
import { checkLog } from './invariants-of-log.ts'
import type { OrganizationMemory } from './memory.ts'
import type { BookingRecord, RelationRecord } from './memory-records.ts'
import { cannotBeSeen, isUsedTwice } from './people.ts'
import { CORRECTED, type SimulatedAdministration } from './simulated-service.ts'
import { administrationOf, type Office, type World } from './world.ts'

/** What must hold once everything has come to rest; also that it has. */
export function checkAtEnd(world: World): void {
  for (const office of world.offices.values()) {
    const { memory } = office
    checkBooks(world, office)
    const found = [
      ...memory.bookings.flatMap((booking) => checkBooking(booking, office)),
      ...checkLog(memory),
      ...memory.relations.flatMap((relation) => checkRelation(relation, office)),
      ...checkIntents(office),
    ]
    for (const violation of found) world.violations.add(`${violation} (${memory.id})`)
    const isInOrder = [...office.administrations.values()].every((books) => isOneInOrder(memory, books))
    if (!isInOrder) world.violations.add(`I5 ${memory.id}: not in order of number`)
    if (memory.connection.state !== 'active') world.violations.add(`I6 ${memory.id}: still paused`)
  }
}

/** Whether nothing is left to be done for an organization, now that nothing goes wrong any more. */
export function isSettled(office: Office): boolean {
  const { memory } = office
  return (
    memory.lane.leaseUntil === null &&
    memory.connection.state === 'active' &&
    memory.bookings.every(
      (it) => it.state === 'verified' || isLeft(it, office) || isBookedElsewhere(it, office),
    ) &&
    memory.relations.every((it) => checkRelation(it, office).length === 0)
  )
}

/** Books that are no longer linked are not read. */
function isBookedElsewhere({ booksId, state }: BookingRecord, { memory }: Office): boolean {
  return state === 'booked' && booksId !== memory.connection.booksId
}

/** What people left so: a number that was booked by hand, or what cannot be looked up any more; and what waits for it. */
function isLeft(booking: BookingRecord, office: Office): boolean {
  const isLeftSo = booking.state === 'conflict' && booking.steps.includes('left_as_it_is')
  return isLeftSo || cannotBeSeen(booking, office) || isLeftWithInvoice(booking, office)
}

/** A credit note of what was left, or of what stands in other books, says so and stays. */
function isLeftWithInvoice({ booksId, credits, delivery, state }: BookingRecord, office: Office): boolean {
  if (credits === null || state !== 'rejected') return false
  if (delivery.cause === 'credited_not_booked') return isLeft(credits, office)
  const isBooked = credits.state === 'booked' || credits.state === 'verified'
  return delivery.cause === 'credited_elsewhere' && isBooked && credits.booksId !== booksId
}

function checkBooking(booking: BookingRecord, office: Office): string[] {
  const administration = administrationOf(office, booking.booksId)
  const { invoiceNumber } = booking.mutation
  const found = administration.mutations.filter((it) => it.invoiceNumber === invoiceNumber)
  const where = `${invoiceNumber}: ${booking.state}, ${booking.delivery.cause ?? 'no cause'}`
  if (isLeft(booking, office)) {
    const { cause } = booking.delivery
    const isRight =
      isUsedTwice(cause) ||
      cause === 'missing_in_books' ||
      cannotBeSeen(booking, office) ||
      isLeftWithInvoice(booking, office)
    return isRight ? [] : [`I1 ${where}: left without a reason`]
  }
  if (booking.state !== 'verified' && !isBookedElsewhere(booking, office)) return [`I6 ${where}: not settled`]
  // What people did only after it was read is not seen; that reading saw the rest is checked at each of them.
  if (administration.byHand.get(invoiceNumber)?.was.number === booking.mutationNumber) return []
  // And in books that are no longer linked nobody looks whether the service did it twice.
  const others = isBookedElsewhere(booking, office) ? ['hand', 'service'] : ['hand']
  const standing = found.filter((it) => !others.includes(it.author) || it.number === booking.mutationNumber)
  const [only] = standing
  if (only === undefined || standing.length > 1) return [`I1 ${where}: ${standing.length} times in the books`]
  const isRight = only.number === booking.mutationNumber && isTheInvoice(only, booking)
  return isRight ? [] : [`I1 ${where}: another number in the books`]
}

/** Every writing call that the service carried out was announced, for these books, once for each time it was. */
function checkIntents({ administrations, memory }: Office): string[] {
  const left = new Map<string, number>()
  for (const { booksId, operation, subject } of memory.intents) {
    const key = `${operation} ${subject} in ${booksId}`
    left.set(key, (left.get(key) ?? 0) + 1)
  }
  const violations: string[] = []
  for (const [booksId, { arrivals }] of administrations) {
    for (const { operation, subject } of arrivals) {
      const key = `${operation} ${subject} in ${booksId}`
      const announced = left.get(key) ?? 0
      if (announced === 0) violations.push(`I7 I15 ${key}: a call that was not announced`)
      left.set(key, announced - 1)
    }
  }
  return violations
}

/** Once, in its own books; in the linked ones it also has come to rest, with the details of now. */
function checkRelation(relation: RelationRecord, office: Office): string[] {
  const code = relationCodeOf(relation.customer.id)
  const { corrected, deleted, relations } = administrationOf(office, relation.booksId)
  const found = relations.filter((it) => it.addedAs === code)
  const where = `${code}: ${relation.state}, ${relation.delivery.cause ?? 'no cause'}`
  if (deleted.has(code)) return found.length <= 1 ? [] : [`I4 ${where}: ${found.length} in the books`]
  if (relation.booksId !== office.memory.connection.booksId) {
    return found.length === 0 && isPresent(relation.state) ? [`I15 ${where}: not in its books`] : []
  }
  const [only] = found
  if (relation.state !== 'present' || only === undefined || found.length !== 1)
    return [`I4 I6 ${where}: ${found.length} in the books`]
  // What changed while other books were linked comes with the next invoice.
  if (!office.memory.bookings.some((it) => it.relation === relation)) return []
  const { content } = relation.customer
  const expected = corrected.has(only.id) ? { ...content, phone: CORRECTED } : content
  return isSameContent(only.content, expected) ? [] : [`I4 ${where}: other details in the books`]
}

/** What lets an invoice, or its relation, be passed; it is in the log before anything passes. */
const passedBy: ReadonlySet<string> = new Set([
  'invoice_not_booked',
  'relation_gone',
  'invoice_outcome_unknown',
  'relation_not_added',
  'relation_outcome_unknown',
])

/** Numbers rise in the order of booking, but for those of which the log said before that they do not go on. */
function isOneInOrder(memory: OrganizationMemory, books: SimulatedAdministration): boolean {
  let highest: BookingRecord | null = null
  for (const mutation of books.mutations) {
    const booking = memory.bookings.find((it) => it.mutation.reference === mutation.document)
    // What people deleted is booked again in its own time.
    if (booking === undefined || books.deletedByHand.has(mutation.invoiceNumber)) continue
    if (highest === null || booking.ordinal >= highest.ordinal) highest = booking
    else if (!isPassedVisibly(memory, booking, highest)) return false
  }
  return true
}

/** What waits until its relation was looked up, or for what it takes back, is passed too; other waits keep the turn. */
function isPassing({ kind, parameters }: ActivityEntry): boolean {
  const waitsFor = kind === 'invoice_waiting' ? parameters?.cause : null
  return passedBy.has(kind) || waitsFor === 'reported_as_missing' || waitsFor === 'credited_not_booked_yet'
}

function isPassedVisibly(memory: OrganizationMemory, passed: BookingRecord, by: BookingRecord): boolean {
  const subjects = [passed.subject.invoiceId, passed.relation.subject.customerId]
  // That a relation is looked for is told once, of the invoice that missed it.
  const ofRelation = memory.bookings.filter((it) => it.relation === passed.relation)
  const missing = ofRelation.map((it) => it.subject.invoiceId)
  const said = memory.activities.findIndex((entry) => {
    const { parameters, subjectId } = entry
    if (subjectId == null || !isPassing(entry)) return false
    return (
      subjects.includes(subjectId) ||
      (parameters?.cause === 'reported_as_missing' && missing.includes(subjectId))
    )
  })
  const booked = memory.activities.findIndex(
    ({ kind, subjectId }) =>
      subjectId === by.subject.invoiceId && (kind === 'invoice_booked' || kind === 'invoice_recognised'),
  )
  return said >= 0 && (booked < 0 || said < booked)
}
