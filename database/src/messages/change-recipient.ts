import type { Transaction } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'
import { type MessageCause, type RecipientEvent, recipientSteps } from './recipient-states.ts'

export interface RecipientKey {
  readonly messageId: string
  readonly position: number
}

export interface RecipientStep extends RecipientKey {
  readonly event: Exclude<RecipientEvent, 'claim'>
  readonly at: Date
  /** Only while this attempt is the one under way; a person's steps name none. */
  readonly attempt?: number
  readonly cause?: MessageCause | null
  /** The server's own words. */
  readonly reply?: string | null
}

/** Moves a recipient on if it is in a state from which that can happen; returns whether it was. */
export async function changeRecipient(tx: Transaction<DB>, step: RecipientStep): Promise<boolean> {
  const { from, to } = recipientSteps[step.event]
  let query = tx
    .updateTable('message_recipients')
    .set({ state: to, cause: step.cause ?? null, reply: step.reply ?? null, changed_at: step.at })
    .where('message_id', '=', step.messageId)
    .where('position', '=', step.position)
    .where('state', 'in', from)
  if (step.attempt !== undefined) query = query.where('attempt', '=', step.attempt)
  const { numUpdatedRows } = await query.executeTakeFirst()
  return numUpdatedRows > 0n
}

/**
 * Takes a recipient for a new attempt; null when it is not to be sent to. An attempt that was under way is overtaken
 * by it: it can no longer hand anything over.
 */
export async function claimRecipient(
  tx: Transaction<DB>,
  key: RecipientKey,
  at: Date,
): Promise<number | null> {
  const { from, to } = recipientSteps.claim
  const row = await tx
    .updateTable('message_recipients')
    .set((eb) => ({ state: to, attempt: eb('attempt', '+', 1), changed_at: at }))
    .where('message_id', '=', key.messageId)
    .where('position', '=', key.position)
    .where('state', 'in', from)
    .returning('attempt')
    .executeTakeFirst()
  return row?.attempt ?? null
}

/** Nobody needs to look any more at what failed of an invoice; returns whether there was any. */
export async function settleMessages(tx: Transaction<DB>, invoiceId: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('message_recipients')
    .set({ settled_at: at })
    .where('invoice_id', '=', invoiceId)
    .where('state', 'in', ['refused', 'unknown', 'returned'])
    .where('settled_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
