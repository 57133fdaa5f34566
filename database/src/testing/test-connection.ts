import type { Transaction } from 'kysely'
import { insertBooks } from '../books/books.ts'
import { saveActiveConnection } from '../connections/save-connection.ts'
import type { DB } from '../schema/schema.generated.ts'

/** Links the transaction's organization to books of that name, without codes; gives the id of the books. */
export async function testConnection(tx: Transaction<DB>, at: Date, name = 'Proefboeken'): Promise<string> {
  const books = await insertBooks(tx, { name, username_hint: 'pr…', linked_at: at })
  await saveActiveConnection(tx, {
    booksId: books.id,
    debtorsAccount: '1300',
    debtorsAccountName: 'Debiteuren',
    revenueAccount: '8000',
    revenueAccountName: 'Omzet',
    at,
    nextTestAt: at,
    paymentsDueAt: new Date(at.getTime() + 24 * 60 * 60 * 1_000),
  })
  return books.id
}
