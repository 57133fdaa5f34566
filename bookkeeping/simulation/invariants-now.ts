import { causes } from '../src/causes/causes.ts'
import { nextDue } from '../src/engine/next-due.ts'
import type { Commit } from '../src/ports/store.ts'
import { isAsExpected } from './invoice-amounts.ts'
import type { BookingRecord } from './memory.ts'
import type { BookedMutation } from './simulated-service.ts'
import type { Office, World } from './world.ts'

/** What must hold at every moment of the books: nothing twice, nothing that is no invoice, every cent right. */
export function checkBooks(world: World, office: Office): void {
  const { violations } = world
  const { memory, administration } = office
  const ours = administration.mutations.filter((it) => it.author === 'us')
  const numbers = new Set<string>()
  for (const mutation of ours) {
    if (numbers.has(mutation.invoiceNumber)) violations.add(`I1 ${mutation.invoiceNumber}: booked twice`)
    numbers.add(mutation.invoiceNumber)
    const booking = memory.bookings.find((it) => it.mutation.reference === mutation.document)
    if (booking === undefined) violations.add(`I2 ${mutation.invoiceNumber}: booked without a final invoice`)
    else if (
      !isAsExpected(mutation, booking.expected) &&
      !administration.byHand.has(mutation.invoiceNumber)
    ) {
      violations.add(`I3 I13 ${mutation.invoiceNumber}: other amounts than on the invoice`)
    } else if (isAnotherAdopted(office, booking)) {
      violations.add(`I1 ${mutation.invoiceNumber}: booked beside one that was taken for it`)
    }
  }
  const codes = administration.relations.map((it) => it.code)
  if (new Set(codes).size < codes.length) violations.add(`I4 ${memory.id}: a relation was added twice`)
}

/** Whether what people booked was taken for ours although ours could still come. */
function isAnotherAdopted({ administration }: Office, { state, mutationNumber }: BookingRecord): boolean {
  if (state !== 'booked' && state !== 'verified') return false
  return administration.mutations.some((it) => it.number === mutationNumber && it.author === 'hand')
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

/** What must hold of every commit. */
export function checkCommit(world: World, office: Office, commit: Commit): void {
  checkIsInBooks(world, office, commit)
  checkFailure(world, commit)
  checkPause(world, office, commit)
  checkReadBack(world, office, commit)
}

/** A step says no more than the books do. */
function checkIsInBooks(world: World, { memory, administration }: Office, { booking: step }: Commit): void {
  if (step === undefined || !['accepted', 'found'].includes(step.event)) return
  const booking = memory.bookings.find((it) => it.id === step.id)
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
function whyNotEqual({ administration }: Office, booking: BookingRecord, before: number): string | null {
  const { invoiceNumber } = booking.mutation
  const byHand = administration.byHand.get(invoiceNumber)
  const isOurs = byHand?.was.number === booking.mutationNumber
  if (byHand !== undefined && isOurs && byHand.at < before) return `called equal, and was ${byHand.what}`
  const standing = administration.mutations.filter(
    (it) => it.invoiceNumber === invoiceNumber && it.at < before,
  )
  return standing.length > 1 ? 'called equal, and stands there twice' : null
}

function whyNotContradicted({ administration }: Office, booking: BookingRecord): string | null {
  const { delivery, mutation, mutationNumber } = booking
  const isThere = administration.mutations.some((it) => it.number === mutationNumber)
  const isChanged = administration.byHand.get(mutation.invoiceNumber)?.what === 'changed'
  if (delivery.cause === 'missing_in_books') return isThere ? 'called missing, and is there' : null
  return delivery.cause === 'changed_in_books' && !isChanged ? 'called changed, and is not' : null
}

/** What concerns the connection fails no invoice and no relation. */
function checkFailure(world: World, { booking, relation }: Commit): void {
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
