import { type FitAccounts, findMapping, findProductAccounts, type Transaction } from '@stella/database'
import { accountsOfInvoice, type BookedOn } from './accounts-of-booking.ts'
import { isFitIn } from './fit-accounts.ts'
import { type SalesAccounts, USUAL_ACCOUNTS } from './sales-accounts.ts'

/**
 * The accounts that sales are booked on in these books from now on: as they were chosen there, or 1300 and 8000.
 *
 * @param productIds of what is sold, as far as products have a say
 */
export async function accountsOfBooks(
  tx: Transaction,
  booksId: string,
  productIds: readonly string[] = [],
): Promise<SalesAccounts> {
  const byProduct = await findProductAccounts(tx, productIds)
  const mapping = await findMapping(tx, booksId)
  if (mapping === null) return { ...USUAL_ACCOUNTS, byProduct }
  const { byTreatment, debtorsAccount: debtors, revenueAccount: revenue } = mapping
  return { debtors, revenue, byTreatment, byProduct }
}

/** The same for an invoice, and for a credit note where its invoice stands in these books: the accounts of that one. */
export async function accountsToPlanWith(
  tx: Transaction,
  {
    booksId,
    productIds,
    credited,
    fit,
  }: {
    booksId: string
    productIds: readonly string[]
    credited: BookedOn | null
    fit: FitAccounts | null
  },
): Promise<SalesAccounts> {
  const today = await accountsOfBooks(tx, booksId, productIds)
  if (credited === null) return today
  return accountsOfInvoice(credited, today, isFitIn(fit))
}

/** What a line names as its product, each once. */
export function productsIn(lines: readonly { readonly productId?: string | null }[]): string[] {
  return [...new Set(lines.flatMap(({ productId }) => (productId == null ? [] : [productId])))]
}
