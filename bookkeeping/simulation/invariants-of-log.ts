import type { OrganizationMemory } from './memory.ts'
import type { BookingRecord, CustomerRecord } from './memory-records.ts'

/** The log holds an entry for every outcome, in order, and none without. */
export function checkLog(memory: OrganizationMemory): string[] {
  return [
    ...memory.bookings.flatMap((it) =>
      checkEntries(bookingOutcomes(it), entriesOf(memory, it.subject.invoiceId)),
    ),
    ...customersOf(memory).flatMap((it) => checkEntries(relationOutcomes(it), entriesOf(memory, it.id))),
  ]
}

type Outcomes = { readonly name: string; readonly kinds: readonly string[] }

const kindsOfBooking: Readonly<Record<string, string>> = {
  accepted: 'invoice_booked',
  found: 'invoice_recognised',
  refused: 'invoice_not_booked',
  contradicted: 'invoice_not_booked',
  absent_elsewhere: 'invoice_not_booked',
  gave_up: 'invoice_not_booked',
  lost: 'invoice_outcome_unknown',
  claim_expired: 'invoice_outcome_unknown',
  verified: 'invoice_verified',
}

function bookingOutcomes({ mutation, steps }: BookingRecord): Outcomes {
  return { name: mutation.invoiceNumber, kinds: steps.flatMap((step) => kindsOfBooking[step] ?? []) }
}

const kindsOfRelation: Readonly<Record<string, string>> = {
  accepted: 'relation_added',
  found: 'relation_recognised',
  refused: 'relation_not_added',
  contradicted: 'relation_not_added',
  gave_up: 'relation_not_added',
  lost: 'relation_outcome_unknown',
  claim_expired: 'relation_outcome_unknown',
  gone: 'relation_gone',
  'change accepted': 'relation_changed',
  'change refused': 'relation_not_changed',
  'change gave_up': 'relation_not_changed',
}

/** A customer's relations are all in the log as the customer. */
function customersOf({ relations }: OrganizationMemory): readonly CustomerRecord[] {
  return [...new Set(relations.map(({ customer }) => customer))]
}

function relationOutcomes({ id, steps }: CustomerRecord): Outcomes {
  return { name: id, kinds: steps.flatMap((step) => kindsOfRelation[step] ?? []) }
}

/** That something still waits is told once, and is no outcome. */
function entriesOf(memory: OrganizationMemory, subjectId: string): string[] {
  const entries = memory.activities.filter((it) => it.subjectId === subjectId)
  return entries.map((it) => it.kind).filter((kind) => !kind.endsWith('_waiting'))
}

function checkEntries({ name, kinds }: Outcomes, entries: readonly string[]): string[] {
  if (kinds.join() === entries.join()) return []
  return [`I7 ${name}: ${kinds.join(' ')} in the log as ${entries.join(' ')}`]
}
