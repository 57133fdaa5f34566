import { sql, type Transaction } from 'kysely'
import { DatabaseError } from '../errors/database-error.ts'
import { findRelationOfCustomer } from '../relations/find-relation.ts'
import type { DB } from '../schema/schema.generated.ts'
import type { CaseAuthor, CaseOutcome, CaseState } from './case-states.ts'
import { hoursFromNow } from './consent.ts'

/** What help is asked with: an invoice, a customer, or the connection. */
export type CaseSubject =
  | { readonly kind: 'invoice'; readonly id: string }
  | { readonly kind: 'customer'; readonly id: string }
  | { readonly kind: 'connection' }

export interface NewCase {
  readonly subject: CaseSubject
  readonly by: { readonly id: string; readonly name: string }
  readonly question: string
  /** How long the support may look, in whole hours from now. */
  readonly consentHours: number
}

/**
 * Puts a question to the support, with the consent to look at what it is about; in the transaction's organization.
 *
 * @returns the id
 * @throws DatabaseError `not_found` where nothing of it goes to books; `case_open` where one about it is open
 */
export async function openCase(tx: Transaction<DB>, asked: NewCase): Promise<string> {
  const { by, consentHours, question, subject } = asked
  const made = await tx
    .insertInto('cases')
    .values({
      ...(await referencesOf(tx, subject)),
      opened_by: by.id,
      opened_by_name: by.name,
      consent_until: hoursFromNow(consentHours),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (made === undefined) throw new DatabaseError('case_open')
  await addCaseMessage(tx, { caseId: made.id, author: { kind: 'customer', name: by.name }, body: question })
  return made.id
}

async function referencesOf(tx: Transaction<DB>, subject: CaseSubject) {
  switch (subject.kind) {
    case 'connection':
      return {}
    case 'customer': {
      const relation = await findRelationOfCustomer(tx, subject.id)
      if (relation === null) throw new DatabaseError('not_found', { subject: 'relation', id: subject.id })
      return { relation_id: relation.id, customer_id: relation.customer_id }
    }
    case 'invoice': {
      const booking = await tx
        .selectFrom('bookings')
        .innerJoin('invoices', 'invoices.id', 'bookings.invoice_id')
        .select(['bookings.id', 'bookings.relation_id', 'invoices.customer_id'])
        .where('bookings.invoice_id', '=', subject.id)
        .executeTakeFirst()
      if (booking === undefined) throw new DatabaseError('not_found', { subject: 'booking', id: subject.id })
      return {
        booking_id: booking.id,
        invoice_id: subject.id,
        relation_id: booking.relation_id,
        customer_id: booking.customer_id,
      }
    }
  }
}

/** Adds what somebody wrote. */
export async function addCaseMessage(
  tx: Transaction<DB>,
  said: {
    readonly caseId: string
    readonly author: { readonly kind: CaseAuthor; readonly name: string }
    readonly body: string
  },
): Promise<void> {
  const { author, body, caseId } = said
  await tx
    .insertInto('case_messages')
    .values({ case_id: caseId, author_kind: author.kind, author_name: author.name, body })
    .execute()
}

/** Whose turn it is now. Returns whether the case is still open. */
export async function turnCase(
  tx: Transaction<DB>,
  id: string,
  to: Exclude<CaseState, 'closed'>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('cases')
    .set({ state: to, changed_at: sql`clock_timestamp()` })
    .where('id', '=', id)
    .where('state', '<>', 'closed')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Ends a case, and with it the consent. Returns whether it was open. */
export async function closeCase(tx: Transaction<DB>, id: string, outcome: CaseOutcome): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('cases')
    .set({
      state: 'closed',
      outcome,
      closed_at: sql`clock_timestamp()`,
      changed_at: sql`clock_timestamp()`,
      consent_ended_at: sql`coalesce(consent_ended_at, least(consent_until, clock_timestamp()))`,
    })
    .where('id', '=', id)
    .where('state', '<>', 'closed')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
