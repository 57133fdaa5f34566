import { isEqual } from '../booking/compare-mutation.ts'
import type { World } from './history.ts'
import type { BookingRecord, OrganizationMemory } from './memory.ts'
import type { BookedMutation, SimulatedAdministration } from './simulated-service.ts'

/** What must hold at every moment: nothing twice, nothing that is not an invoice, nothing before its time. */
export function checkNow(world: World): string[] {
  const violations: string[] = []
  for (const [id, administration] of world.administrations) {
    const memory = world.organizations.get(id)
    if (memory === undefined) continue
    const ours = administration.mutations.filter((it) => !it.byHand)
    if (new Set(ours.map((it) => it.invoiceNumber)).size < ours.length)
      violations.push(`I1 ${id}: booked twice`)
    const codes = administration.relations.map((it) => it.code)
    if (new Set(codes).size < codes.length) violations.push(`I4 ${id}: a relation was added twice`)
    for (const mutation of ours) {
      const booking = memory.bookings.find((it) => it.mutation.reference === mutation.document)
      if (booking === undefined) violations.push(`I2 ${id}: booked without a final invoice`)
      else if (!isEqual(booking.mutation, mutation)) violations.push(`I3 ${id}: amounts differ`)
    }
  }
  return violations
}

/** What must hold once everything has come to rest. */
export function checkAtEnd(world: World): string[] {
  const violations: string[] = []
  for (const [id, administration] of world.administrations) {
    const memory = world.organizations.get(id)
    if (memory === undefined) continue
    for (const booking of memory.bookings) {
      violations.push(...checkBooking(id, booking, memory, administration))
    }
    for (const relation of memory.relations) {
      const found = administration.relations.filter((it) => it.code === relation.subject.code)
      if (relation.state !== 'present' || found.length !== 1) {
        violations.push(`I4 ${relation.id}: ${relation.state}, ${found.length} in the books`)
      }
    }
    if (!isInOrder(memory, administration)) violations.push(`I5 ${id}: not booked in order of number`)
    if (memory.lane.leaseUntil !== null) violations.push(`I6 ${id}: its lane is still held`)
  }
  return violations
}

function checkBooking(
  id: string,
  booking: BookingRecord,
  memory: OrganizationMemory,
  { mutations }: SimulatedAdministration,
): string[] {
  const { invoiceNumber } = booking.mutation
  const found = mutations.filter((it) => it.invoiceNumber === invoiceNumber)
  const where = `${id} ${invoiceNumber}: ${booking.state}, ${booking.delivery.cause ?? 'no cause'}`
  const entries = memory.activities.filter((it) => it.subjectId === booking.subject.invoiceId)
  const last = entries.filter((it) => it.outcome === 'success' || it.outcome === 'failure').at(-1)
  if (found.some((it) => it.byHand)) {
    const isSeen = booking.state === 'conflict' && booking.delivery.cause === 'number_in_use'
    if (!isSeen || found.length !== 1) return [`I1 ${where}: the number was used by hand`]
    return last?.outcome === 'failure' ? [] : [`I7 ${where}: no failure in the log`]
  }
  const violations: string[] = []
  if (booking.state !== 'verified') violations.push(`I6 ${where}: not settled`)
  if (found.length !== 1) violations.push(`I1 ${where}: ${found.length} times in the books`)
  if (found[0]?.number !== booking.mutationNumber) violations.push(`I1 ${where}: another number in the books`)
  if (last?.outcome !== 'success') violations.push(`I7 ${where}: no success in the log`)
  return violations
}

/** Numbers rise in the order of booking, but for those that once needed a person. */
function isInOrder(memory: OrganizationMemory, { mutations }: SimulatedAdministration): boolean {
  const wereHeld = new Set(
    memory.activities.filter((it) => it.kind === 'invoice_not_booked').map((it) => it.subjectId),
  )
  const numbers = mutations
    .filter((it): it is BookedMutation => !it.byHand)
    .map((it) => memory.bookings.find((booking) => booking.mutation.invoiceNumber === it.invoiceNumber))
    .filter((booking) => booking !== undefined && !wereHeld.has(booking.subject.invoiceId))
    .map((booking) => booking?.ordinal ?? 0)
  return numbers.every((ordinal, index) => index === 0 || ordinal > (numbers[index - 1] ?? -1))
}
