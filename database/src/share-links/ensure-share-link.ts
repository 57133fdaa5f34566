import { randomUUID } from 'node:crypto'
import type { MessageLanguage } from '@stella/invoicing'
import type { Transaction } from 'kysely'
import { DatabaseError } from '../errors/database-error.ts'
import type { DB } from '../schema/schema.generated.ts'
import { addressOfLink, hashOfSecret, secretOfLink } from './link-secret.ts'
import { findShareLinkOf, insertShareLink, revokeShareLink, type ShareLink } from './share-link.ts'

/**
 * The link of an invoice, made when there is none that works. One that was made with a key that is gone goes on
 * working for whoever has it until a new one takes its place here, since its secret can no longer be told.
 */
export async function ensureShareLink(
  tx: Transaction<DB>,
  wanted: { invoiceId: string; language: MessageLanguage; key: string; at: Date },
): Promise<ShareLink> {
  const { invoiceId, language, key, at } = wanted
  const present = await findShareLinkOf(tx, invoiceId)
  if (present !== null && addressOfLink({ key, publicUrl: '' }, present) !== null) return present
  if (present !== null) await revokeShareLink(tx, present.id, at)
  const id = randomUUID()
  const secretHash = hashOfSecret(secretOfLink(key, id))
  const made = await insertShareLink(tx, { id, invoiceId, language, secretHash, createdAt: at })
  const link = made ?? (await findShareLinkOf(tx, invoiceId))
  if (link === null) throw new DatabaseError('not_found', { subject: 'link', id })
  return link
}
