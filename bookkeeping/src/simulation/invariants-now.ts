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

/** What must hold of every step that is written: it says no more than the books do. */
export function checkCommit(world: World, { memory, administration }: Office, commit: Commit): void {
  const { booking: step } = commit
  if (step === undefined || !['accepted', 'found'].includes(step.event)) return
  const booking = memory.bookings.find((it) => it.id === step.id)
  const number = booking?.mutation.invoiceNumber
  const found = administration.mutations.find(
    (it) => it.number === booking?.mutationNumber && it.author !== 'hand' && it.invoiceNumber === number,
  )
  if (found === undefined) world.violations.add(`I14 ${number}: called booked, and is not in the books`)
}
