import {
  type BookingRow,
  findBookingOfInvoice,
  findConnection,
  findCustomer,
  findRelationOfCustomer,
  insertBooking,
  markLaneDue,
  recordActivity,
  type Transaction,
} from '@stella/database'
import { type FinalInvoice, formatAmount, isWithoutAmount } from '@stella/invoicing'
import { type InvoiceSubject, invoiceEntry } from '../activities/activity-entries.ts'
import type { CauseCode } from '../causes/causes.ts'
import { bookedOn } from '../mappings/accounts-of-booking.ts'
import { accountsToPlanWith, productsIn } from '../mappings/accounts-of-books.ts'
import { fitAccounts, unfitAccountIn } from '../mappings/fit-accounts.ts'
import { planRelation } from '../relations/plan-relation.ts'
import { causeOfHolding, isFailed, type RelationState } from '../relations/relation-states.ts'
import { planMutation } from './plan-mutation.ts'
import { referenceOf } from './reference.ts'

export type BookingPlanned = 'planned' | 'refused' | 'not_connected' | 'already_planned' | 'nothing_to_book'

/**
 * Writes down what must be booked of an invoice, in the transaction that makes it final: a crash leaves both or
 * neither. Without a connection there is nothing to plan, and of an invoice of zero there is nothing to book. What cannot be booked is written down as well, with
 * its cause, so that it is seen.
 */
export async function planBooking(
  tx: Transaction,
  { invoice, now }: { invoice: FinalInvoice; now: Date },
): Promise<BookingPlanned> {
  const customer = await findCustomer(tx, invoice.customerId)
  if (customer === undefined) throw new Error(`Invoice ${invoice.id} has no customer.`)
  if (isWithoutAmount(invoice.totals)) {
    const subject = subjectOf(invoice, customer.name)
    await recordActivity(tx, invoiceEntry('invoice_nothing_to_book', subject, { at: now.getTime() }))
    return 'nothing_to_book'
  }
  const connection = await findConnection(tx)
  if (connection === null || connection.state === 'disconnected') return 'not_connected'
  const credited = invoice.credits === null ? null : await findBookingOfInvoice(tx, invoice.credits.id)
  // What it credits was entered by hand or stands nowhere, so it would be taken back twice.
  if (invoice.credits !== null && credited === null) return 'not_connected'
  await markLaneDue(tx, now)
  await planRelation(tx, { customerId: invoice.customerId, now, isFinal: true })
  const relation = await findRelationOfCustomer(tx, invoice.customerId)
  if (relation === null) throw new Error(`The customer of invoice ${invoice.id} has no relation.`)
  const reference = referenceOf(invoice.id)
  const { books_id: booksId } = relation
  const fit = await fitAccounts(tx, booksId)
  const plan = planMutation({
    invoice,
    accounts: await accountsToPlanWith(tx, {
      booksId,
      productIds: productsIn(invoice.lines),
      credited: isPlannedIn(booksId, credited) ? bookedOn(credited) : null,
      fit,
    }),
    customerName: customer.name,
    relationCode: relation.code,
    reference,
  })
  const relationState = relation.state as RelationState
  const held = isFailed(relationState) ? causeOfHolding(relationState) : null
  const cause: CauseCode | null = !plan.ok
    ? plan.cause
    : unfitAccountIn(plan.mutation, fit) === null
      ? held
      : 'account_unfit'
  const bookingId = await insertBooking(tx, {
    invoice_id: invoice.id,
    books_id: booksId,
    relation_id: relation.id,
    invoice_number: invoice.number,
    reference,
    state: cause === null ? 'planned' : 'rejected',
    mutation: plan.ok ? JSON.stringify(plan.mutation) : null,
    parts: plan.ok ? JSON.stringify(plan.parts) : null,
    cause,
    created_at: now,
    changed_at: now,
  })
  if (bookingId === null) return 'already_planned'
  if (cause === null) return 'planned'
  const subject = subjectOf(invoice, customer.name)
  const reason = { cause, serviceCode: null }
  await recordActivity(tx, invoiceEntry('invoice_not_booked', subject, { at: now.getTime(), reason }))
  return 'refused'
}

/** Whether there is a booking whose accounts a credit note follows: one in the same books. */
function isPlannedIn(booksId: string, credited: BookingRow | null): credited is BookingRow {
  return credited !== null && credited.books_id === booksId && credited.mutation !== null
}

function subjectOf({ id, number, totals }: FinalInvoice, customer: string): InvoiceSubject {
  return { invoiceId: id, number, customer, amount: formatAmount(totals.gross) }
}
