import {
  countFailedFor,
  findConnection,
  findLedgerAccounts,
  type LedgerAccount,
  listMappings,
  listProductsWithAccount,
  type ProductWithAccount,
  type StoredMapping,
  type Transaction,
} from '@stella/database'
import type { Problem } from '@stella/invoicing'
import { accountsFor } from '../connections/check-accounts.ts'
import { type MappingContent, problemsAt, problemsOf } from './change-mapping.ts'
import { USUAL_ACCOUNTS } from './sales-accounts.ts'
import { CAUSE_OF_ACCOUNTS } from './settle-accounts.ts'

/** Where the sales of the linked books are booked, and what can be chosen. */
export type MappingView = {
  readonly content: MappingContent
  /** 0 while nobody chose. */
  readonly version: number
  /** The newest first. */
  readonly history: readonly StoredMapping[]
  /** What can be booked on, and when the books were last asked; null while they never were. */
  readonly accounts: {
    readonly debtors: readonly LedgerAccount[]
    readonly revenue: readonly LedgerAccount[]
    readonly readAt: Date
  } | null
  /** What was chosen and cannot be booked on by now. */
  readonly problems: readonly Problem[]
  /** Whether the books have several debtors accounts and nobody said yet which: that is asked once. */
  readonly asksDebtors: boolean
  /** Products with an account of their own, some of them, and whether that one can be booked on. */
  readonly products: readonly (ProductWithAccount & { readonly isFit: boolean })[]
  /** Invoices that were set aside for an account. */
  readonly waiting: number
}

const HISTORY_SHOWN = 20
const PRODUCTS_SHOWN = 200

/** The mapping of the linked books, or of those that were linked last; null where there never were any. */
export async function mappingView(tx: Transaction): Promise<MappingView | null> {
  const connection = await findConnection(tx)
  if (connection === null) return null
  const { books_id: booksId } = connection
  const history = await listMappings(tx, booksId, HISTORY_SHOWN)
  const [latest] = history
  const content: MappingContent = latest ?? usual
  const kept = await findLedgerAccounts(tx, booksId)
  const debtors = kept === null ? [] : accountsFor('debtors', kept.accounts)
  const products = await listProductsWithAccount(tx, PRODUCTS_SHOWN)
  return {
    content,
    version: latest?.version ?? 0,
    history,
    accounts:
      kept === null ? null : { debtors, revenue: accountsFor('revenue', kept.accounts), readAt: kept.readAt },
    problems: kept === null ? [] : problemsOf(content, kept.accounts),
    asksDebtors: latest === undefined && debtors.length > 1,
    products: products.map((product) => ({ ...product, isFit: isFit(product, kept?.accounts ?? null) })),
    waiting: await countFailedFor(tx, booksId, CAUSE_OF_ACCOUNTS),
  }
}

const usual: MappingContent = {
  debtorsAccount: USUAL_ACCOUNTS.debtors,
  revenueAccount: USUAL_ACCOUNTS.revenue,
  byTreatment: {},
}

function isFit({ revenueAccount }: ProductWithAccount, found: readonly LedgerAccount[] | null): boolean {
  return found === null || problemsAt('revenueAccount', revenueAccount, 'revenue', found).length === 0
}
