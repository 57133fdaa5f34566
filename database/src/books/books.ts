import type { Insertable, Selectable, Transaction, Updateable } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'

/** One administration at e-Boekhouden.nl that an organization links, or once linked. */
export type BooksRow = Selectable<DB['books']>

/** All books of the transaction's organization, those that were linked first before the others. */
export async function listBooks(tx: Transaction<DB>): Promise<BooksRow[]> {
  return tx.selectFrom('books').selectAll().orderBy('linked_at').orderBy('id').execute()
}

/** @returns the books of this id, which stand for as long as anything points at them */
export async function findBooks(tx: Transaction<DB>, booksId: string): Promise<BooksRow> {
  return tx.selectFrom('books').selectAll().where('id', '=', booksId).executeTakeFirstOrThrow()
}

export async function insertBooks(tx: Transaction<DB>, books: Insertable<DB['books']>): Promise<BooksRow> {
  return tx.insertInto('books').values(books).returningAll().executeTakeFirstOrThrow()
}

export async function changeBooks(
  tx: Transaction<DB>,
  booksId: string,
  set: Updateable<DB['books']>,
): Promise<void> {
  await tx.updateTable('books').set(set).where('id', '=', booksId).execute()
}

/** Recognises books by another key from now on, unless codes entered meanwhile did so already. */
export async function changeFingerprint(
  tx: Transaction<DB>,
  known: Pick<BooksRow, 'id' | 'code_2_fingerprint'>,
  set: Pick<BooksRow, 'fingerprint_key_name' | 'code_2_fingerprint' | 'username_fingerprint'>,
): Promise<void> {
  await tx
    .updateTable('books')
    .set(set)
    .where('id', '=', known.id)
    .where('code_2_fingerprint', '=', known.code_2_fingerprint)
    .execute()
}
