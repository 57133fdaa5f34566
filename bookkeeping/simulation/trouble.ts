import { relationCodeOf } from '../src/relations/relation-code.ts'
import { isPresent } from '../src/relations/relation-states.ts'
import type { BookingRecord } from './memory-records.ts'
import { link } from './other-books.ts'
import { administrationOf, happens, linkedAdministration, type Office, type World } from './world.ts'

const MINUTE = 60_000

/** What people and the books have against this invoice, or against the customer it is for. */
export function spoil(world: World, office: Office, booking: BookingRecord): void {
  const administration = linkedAdministration(office)
  const { plan, timeline, random } = world
  const { invoiceNumber } = booking.mutation
  const relationCode = relationCodeOf(booking.relation.customer.id)
  if (plan.stumbles && administration.stumblesOver.size === 0) administration.stumblesOver.add(invoiceNumber)
  if (happens(world, 'refused_by_books')) administration.refused.set(invoiceNumber, 'CMUT004')
  else if (happens(world, 'account_missing')) {
    // Gone for all of them; or there, and one invoice is refused for it all the same.
    if (random.happens(0.7)) administration.isAccountFit = false
    else administration.refused.set(invoiceNumber, 'CMUT012')
  } else if (happens(world, 'vat_code_refused')) administration.refused.set(invoiceNumber, 'CMUT033')
  else if (happens(world, 'period_closed')) administration.refused.set(invoiceNumber, 'CMUT020')
  else if (happens(world, 'number_by_hand')) {
    const byHand = { ...booking.mutation, reference: 'by hand', date: '2026-01-01' }
    timeline.after(random.between(0, random.happens(0.5) ? 10 : 5_000), () =>
      administration.addMutation(byHand, timeline.now, 'hand'),
    )
  } else if (happens(world, 'equal_by_hand')) {
    const equal = { ...booking.mutation, reference: 'by hand' }
    timeline.after(random.between(0, MINUTE), () => administration.addMutation(equal, timeline.now, 'hand'))
  }
  spoilWhenBooked(world, office, booking)
  spoilRelation(world, office, booking)
  if (!administration.relations.some((it) => it.addedAs === relationCode)) {
    if (happens(world, 'relation_refused')) administration.refused.set(relationCode, 'CREL099')
  }
  if (happens(world, 'relation_deleted')) {
    timeline.after(random.between(1_000, 10 * MINUTE), () =>
      administration.deleteByHand({ relation: relationCode }),
    )
  }
}

/**
 * People give a relation another code, or correct its details. One that they rename before Stella was told its id is
 * not to be recognised by anything: that is not promised (docs/reliability.md).
 */
function spoilRelation(world: World, office: Office, { relation }: BookingRecord): void {
  const { plan, timeline } = world
  const addedAs = relationCodeOf(relation.customer.id)
  const books = () => administrationOf(office, relation.booksId)
  if (happens(world, 'code_by_hand')) {
    const random = plan.stream('code_by_hand')
    timeline.after(random.between(1_000, 15 * MINUTE), () => {
      const isKnown =
        isPresent(relation.state) && books().relations.some((it) => it.id === relation.idInBooks)
      if (isKnown) books().renameByHand(addedAs)
    })
  }
  if (happens(world, 'corrected_by_hand')) {
    const random = plan.stream('corrected_by_hand')
    timeline.after(random.between(1_000, 15 * MINUTE), () => books().correctByHand(addedAs))
  }
}

/** People change or delete what is booked and not read back yet. */
function spoilWhenBooked(world: World, office: Office, booking: BookingRecord): void {
  const { timeline, random } = world
  const what = happens(world, 'changed_by_hand')
    ? 'changed'
    : happens(world, 'deleted_by_hand')
      ? 'deleted'
      : null
  if (what === null) return
  timeline.after(random.between(1_000, 15 * MINUTE), () => {
    if (booking.state !== 'booked') return
    administrationOf(office, booking.booksId).spoilByHand(booking.mutation.invoiceNumber, what, timeline.now)
    world.coverage.count(`${what} before it is read back`)
  })
}

/** In some histories the codes stop working for a while; then new ones are entered. */
export function withdrawCodes(world: World, office: Office): void {
  const { plan, random, timeline } = world
  if (!plan.draws('codes_withdrawn')) return
  const from = random.between(0, plan.faultyFor)
  timeline.after(from, () => {
    linkedAdministration(office).validCodes = null
    world.coverage.count('codes_withdrawn')
  })
  timeline.after(from + random.between(1, 30 * MINUTE), () => enterNewCodes(world, office))
}

/** New codes of the same books. */
export function enterNewCodes(world: World, office: Office): void {
  link(world, office, office.memory.connection.booksId)
}

/** The database is away once, for everybody. */
export function takeDatabaseAway(world: World): void {
  const { plan, random, timeline } = world
  if (!plan.draws('database_down')) return
  timeline.after(random.between(0, plan.faultyFor), () => {
    world.coverage.count('database_down')
    world.databaseDownUntil = timeline.now + random.between(1_000, 2 * MINUTE)
  })
}
