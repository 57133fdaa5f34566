import { causes } from '../causes/causes.ts'
import { nextDue } from '../engine/next-due.ts'
import type { Commit } from '../ports/store.ts'
import { isAsExpected } from './invoice-amounts.ts'
import type { Office, World } from './world.ts'

/** What must hold at every moment of the books: nothing twice, nothing that is no invoice, every cent right. */
export function checkBooks(world: World, { memory, administration }: Office): void {
  const { violations } = world
  const ours = administration.mutations.filter((it) => it.author === 'us')
  const numbers = new Set<string>()
  for (const mutation of ours) {
    if (numbers.has(mutation.invoiceNumber)) violations.add(`I1 ${mutation.invoiceNumber}: booked twice`)
    numbers.add(mutation.invoiceNumber)
    const booking = memory.bookings.find((it) => it.mutation.reference === mutation.document)
    if (booking === undefined) violations.add(`I2 ${mutation.invoiceNumber}: booked without a final invoice`)
    else if (!isAsExpected(mutation, booking.expected)) {
      violations.add(`I3 I13 ${mutation.invoiceNumber}: other amounts than on the invoice`)
    }
  }
  const codes = administration.relations.map((it) => it.code)
  if (new Set(codes).size < codes.length) violations.add(`I4 ${memory.id}: a relation was added twice`)
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
}

/** A step says no more than the books do. */
function checkIsInBooks(world: World, { memory, administration }: Office, { booking: step }: Commit): void {
  if (step === undefined || !['accepted', 'found'].includes(step.event)) return
  const booking = memory.bookings.find((it) => it.id === step.id)
  const number = booking?.mutation.invoiceNumber
  const found = administration.mutations.find(
    (it) => it.number === booking?.mutationNumber && it.author !== 'hand' && it.invoiceNumber === number,
  )
  if (found === undefined) world.violations.add(`I14 ${number}: called booked, and is not in the books`)
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
