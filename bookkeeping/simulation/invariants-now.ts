import { type CauseCode, causes } from '../src/causes/causes.ts'
import { nextDue } from '../src/engine/next-due.ts'
import type { Commit } from '../src/ports/store.ts'
import { relationCodeOf } from '../src/relations/relation-code.ts'
import { isOnAccounts } from './chosen-accounts.ts'
import { isAsExpected } from './invoice-amounts.ts'
import type { BookingRecord } from './memory-records.ts'
import type { BookedMutation, SimulatedAdministration } from './simulated-service.ts'
import { administrationOf, type Office, type World } from './world.ts'

/** What must hold at every moment of all books: nothing twice, nothing that is no invoice, every cent right. */
export function checkBooks(world: World, office: Office): void {
  const numbers = new Set<string>()
  for (const [booksId, administration] of office.administrations) {
    for (const mutation of administration.mutations.filter((it) => it.author === 'us')) {
      const { invoiceNumber } = mutation
      if (numbers.has(invoiceNumber)) world.violations.add(`I1 ${invoiceNumber}: booked twice`)
      numbers.add(invoiceNumber)
      const wrong = whyNotOurs(office, booksId, mutation)
      if (wrong !== null) world.violations.add(`${wrong[0]} ${invoiceNumber}: ${wrong[1]}`)
    }
    const codes = administration.relations.map((it) => it.addedAs)
    if (new Set(codes).size < codes.length)
      world.violations.add(`I4 ${office.memory.id}: a relation was added twice`)
  }
  for (const { booksId, mutation, relation } of office.memory.bookings) {
    if (relation.booksId !== booksId)
      world.violations.add(`I15 ${mutation.invoiceNumber}: on a relation of other books`)
  }
}

function whyNotOurs(
  office: Office,
  booksId: string,
  mutation: BookedMutation,
): readonly [string, string] | null {
  const booking = office.memory.bookings.find((it) => it.mutation.reference === mutation.document)
  if (booking === undefined) return ['I2', 'booked without a final invoice']
  if (booking.booksId !== booksId) return ['I15', 'booked in other books than it says']
  const isChanged = administrationOf(office, booksId).byHand.has(mutation.invoiceNumber)
  if (!isAsExpected(mutation, booking.expected) && !isChanged)
    return ['I3 I13', 'other amounts than on the invoice']
  if (!isOnAccounts(mutation, booking.expected, booking.on))
    return ['I3', 'on other accounts than were chosen for it']
  if (!hasCredited(administrationOf(office, booksId), booking))
    return ['I16', 'a credit note alone, without what it takes back']
  if (!isOfItsCustomer(administrationOf(office, booksId), mutation, booking))
    return ['I4', 'booked on the relation of another customer']
  return isAnotherAdopted(office, booking) ? ['I1', 'booked beside one that was taken for it'] : null
}

/** Whatever became of its customer since, and whatever code people gave that relation. */
function isOfItsCustomer(
  { relations }: SimulatedAdministration,
  { relationCode }: BookedMutation,
  { customerId }: BookingRecord,
): boolean {
  const own = relationCodeOf(customerId)
  const isRenamed = relations.some(({ addedAs, codes }) => addedAs === own && codes.has(relationCode ?? ''))
  return relationCode === own || isRenamed
}

/** Whether what a credit note takes back stood in these books, whoever took it away since. */
function hasCredited(
  { deletedByHand, mutations }: SimulatedAdministration,
  { credits }: BookingRecord,
): boolean {
  if (credits === null) return true
  const { invoiceNumber } = credits.mutation
  return deletedByHand.has(invoiceNumber) || mutations.some((it) => it.invoiceNumber === invoiceNumber)
}

/** Whether what people booked was taken for ours although ours could still come. */
function isAnotherAdopted(office: Office, { booksId, state, mutationNumber }: BookingRecord): boolean {
  if (state !== 'booked' && state !== 'verified') return false
  const { mutations } = administrationOf(office, booksId)
  return mutations.some((it) => it.number === mutationNumber && it.author === 'hand')
}

/** More than the shared time of day ever jumps. */
const SLEEPS_TOO_LONG_MS = 2 * 60 * 60 * 1_000

/** While there is work, somebody is called for it. */
export function checkLane(world: World, { memory }: Office): void {
  const { lane } = memory
  const now = world.timeline.now + world.clockStep
  const due = nextDue(memory.look(now), now)
  if (lane.leaseUntil !== null || due === null || due > now) return
  const isCalled = lane.nextAt !== null && lane.nextAt <= now + SLEEPS_TOO_LONG_MS
  if (!isCalled) world.violations.add(`I6 ${memory.id}: there is work, and nobody is called for it`)
}

/** Nothing waits in silence for longer than it takes to come round to it. */
const SILENT_FOR_MS = 10_000

/** Whatever waits for a time says what for. */
function checkWaits(world: World, { memory }: Office, { at }: Commit): void {
  const waiting = [
    ...memory.bookings.map((it) => ({ ...it, name: it.mutation.invoiceNumber })),
    ...memory.relations.map((it) => ({ ...it, name: it.subject.code })),
  ]
  for (const { name, state, delivery } of waiting) {
    const isLong = delivery.nextAt !== null && delivery.nextAt > at + SILENT_FOR_MS
    if (isLong && delivery.cause === null) world.violations.add(`I14 ${name}: ${state}, and waits in silence`)
  }
}

/** What people deleted comes back only when somebody wants it back. */
function checkAddedAgain(world: World, { memory }: Office, { relation: step }: Commit): void {
  if (step?.event !== 'accepted' || step.from !== 'sending') return
  const relation = memory.relations.find((it) => it.id === step.id)
  const before = relation?.steps.slice(0, -1) ?? []
  const stoodAt = before.findLastIndex((it) => it === 'accepted' || it === 'found')
  if (stoodAt < 0 || before.includes('offered_again', stoodAt)) return
  world.violations.add(`I4 ${relation?.subject.code}: added again, and nobody asked for it`)
}

/** A limit is over when something that it limits works again, and not before. */
function checkResumption(world: World, { tested }: Commit, pausedFor: CauseCode | null): void {
  const isLimited = world.timeline.now < world.limitedUntil
  if (tested?.cause === null && pausedFor === 'call_limit_reached' && isLimited)
    world.violations.add('I14 said to work again while the limit holds')
}

/** What must hold of every commit. */
export function checkCommit(
  world: World,
  office: Office,
  commit: Commit,
  pausedBefore: CauseCode | null,
): void {
  checkWaits(world, office, commit)
  checkAddedAgain(world, office, commit)
  checkResumption(world, commit, pausedBefore)
  checkIsInBooks(world, office, commit)
  checkOfBooks(world, office, commit)
  checkFailure(world, office, commit)
  checkPause(world, office, commit)
  checkReadBack(world, office, commit)
}

/** A claim ends sooner than that: whoever asked later knew which books are linked. */
const KNEW_AFTER_MS = 60_000

/**
 * What stood in books once is not sent again, what was sent to former ones goes nowhere else by itself, and other books
 * than the linked ones pause nothing.
 */
function checkOfBooks(
  world: World,
  { memory }: Office,
  { booking: step, booksId, exchanges = [], pause }: Commit,
): void {
  const isOfFormer = booksId !== memory.connection.booksId
  const askedAt = exchanges.at(-1)?.startedAt ?? Number.NEGATIVE_INFINITY
  if (step?.event === 'absent' && isOfFormer && askedAt > memory.linkedAt + KNEW_AFTER_MS)
    world.violations.add(`I15 ${step.id}: goes from former books to others, and nobody was asked`)
  const booking = memory.bookings.find((it) => it.id === step?.id)
  if (step?.event === 'claimed' && booking?.mutationNumber != null)
    world.violations.add(`I1 I15 ${booking.mutation.invoiceNumber}: sent again after it was booked`)
  if (step?.event === 'claimed' && !isAfterCredited(booking))
    world.violations.add(`I16 ${booking?.mutation.invoiceNumber}: sent before what it takes back is booked`)
  if (
    pause != null &&
    booksId !== memory.connection.booksId &&
    pause.codesVersion === memory.connection.codesVersion
  )
    world.violations.add(`I15 ${memory.id}: paused for other books than are linked`)
}

function isAfterCredited(booking: BookingRecord | undefined): boolean {
  const credits = booking?.credits ?? null
  if (credits === null) return true
  return (credits.state === 'booked' || credits.state === 'verified') && credits.booksId === booking?.booksId
}

/** A step says no more than the books do. */
function checkIsInBooks(world: World, office: Office, { booking: step }: Commit): void {
  if (step === undefined || !['accepted', 'found'].includes(step.event)) return
  const booking = office.memory.bookings.find((it) => it.id === step.id)
  const administration = administrationOf(office, booking?.booksId ?? '')
  const number = booking?.mutation.invoiceNumber
  const found = administration.mutations.find(
    (it) =>
      booking !== undefined &&
      it.number === booking.mutationNumber &&
      it.invoiceNumber === number &&
      isTheInvoice(it, booking),
  )
  if (found === undefined) world.violations.add(`I14 ${number}: called booked, and is not in the books`)
}

/** Ours, or what people booked under its number with everything that is on the invoice. */
export function isTheInvoice(
  mutation: BookedMutation,
  { expected, mutation: planned }: BookingRecord,
): boolean {
  if (mutation.author !== 'hand') return true
  return mutation.date === planned.date && isAsExpected(mutation, expected)
}

/** Reading back says of each mutation what was true of it when the reading began. */
function checkReadBack(world: World, office: Office, { verified = [], exchanges = [] }: Commit): void {
  const readAt = exchanges.at(-1)?.startedAt
  if (readAt === undefined) return
  for (const step of verified) {
    const booking = office.memory.bookings.find((it) => it.id === step.id)
    if (booking === undefined) continue
    const wrong =
      step.event === 'verified'
        ? whyNotEqual(office, booking, readAt - world.plan.staleness)
        : step.event === 'contradicted'
          ? whyNotContradicted(office, booking)
          : null
    if (wrong !== null) world.violations.add(`I13 I14 ${booking.mutation.invoiceNumber}: ${wrong}`)
  }
}

/** What had been done so long before the reading that it must have been seen. */
function whyNotEqual(office: Office, booking: BookingRecord, before: number): string | null {
  const administration = administrationOf(office, booking.booksId)
  const { invoiceNumber } = booking.mutation
  const byHand = administration.byHand.get(invoiceNumber)
  const isOurs = byHand?.was.number === booking.mutationNumber
  if (byHand !== undefined && isOurs && byHand.at < before) return `called equal, and was ${byHand.what}`
  const standing = administration.mutations.filter(
    (it) => it.invoiceNumber === invoiceNumber && it.at < before,
  )
  return standing.length > 1 ? 'called equal, and stands there twice' : null
}

function whyNotContradicted(office: Office, booking: BookingRecord): string | null {
  const administration = administrationOf(office, booking.booksId)
  const { delivery, mutation, mutationNumber } = booking
  const isThere = administration.mutations.some((it) => it.number === mutationNumber)
  const isChanged = administration.byHand.get(mutation.invoiceNumber)?.what === 'changed'
  if (delivery.cause === 'missing_in_books') return isThere ? 'called missing, and is there' : null
  return delivery.cause === 'changed_in_books' && !isChanged ? 'called changed, and is not' : null
}

/** What concerns the connection fails no invoice and no relation: not before the connection has waited for it. */
function checkFailure(world: World, { memory }: Office, { booking, relation }: Commit): void {
  const { cause: refusedFor, causeCode } = booking?.change ?? {}
  const isForAccount = refusedFor === 'refused_against_its_books' && causeCode === 'CMUT012'
  if (isForAccount && !memory.pausedFor.has('revenue_account_refused'))
    world.violations.add(`I6 ${booking?.id}: refused for an account, and nothing waited for it`)
  for (const step of [booking, relation]) {
    const cause = step?.change.cause ?? null
    if (step === undefined || cause === null || causes[cause].class !== 'pause') continue
    if (step.event !== 'postponed') world.violations.add(`I6 ${step.id}: ${step.event} for ${cause}`)
  }
}

/** What was learnt with older codes is not held against the present ones. */
function checkPause(world: World, { memory }: Office, { pause }: Commit): void {
  if (pause == null || pause.codesVersion === memory.connection.codesVersion) return
  if (memory.pausedAt.at(-1) === world.timeline.now)
    world.violations.add(`I6 ${memory.id}: paused for codes that are no longer used`)
}
