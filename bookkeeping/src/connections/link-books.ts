import {
  type BooksRow,
  type ConnectionAccounts,
  changeBooks,
  changeConnection,
  customersToMove,
  deleteFormerSecrets,
  findConnection,
  insertBooks,
  insertRelation,
  keepLedgerAccounts,
  moveBookings,
  moveProductAccounts,
  replaceNumbersInBooks,
  replaceSecret,
  saveActiveConnection,
  type Transaction,
} from '@stella/database'
import { causesOfBooks } from '../causes/causes.ts'
import type { Seal } from '../encryption/seal.ts'
import { accountsOfBooks } from '../mappings/accounts-of-books.ts'
import type { SalesAccounts } from '../mappings/sales-accounts.ts'
import { planForBooks, settleAccounts } from '../mappings/settle-accounts.ts'
import { nextPaymentsAt, nextReconciliationAt } from '../payments/reading.ts'
import { catchUpWithCustomers } from '../relations/plan-relation.ts'
import { relationCodeOf } from '../relations/relation-code.ts'
import type { BooksPlan } from './books-question.ts'
import { administrationOf, type ExaminedCodes, hintOf, nameOf } from './examine-codes.ts'
import { nextTestAt } from './test-schedule.ts'

/**
 * Makes the books that codes open the linked ones, and stores the codes, sealed. What certainly stands nowhere goes
 * along to other books; all else stays where it is, and the codes of before are kept for as long as something there
 * is unknown. Returns the linked books and how many invoices went along.
 */
export async function linkBooks(
  tx: Transaction,
  plan: BooksPlan,
  to: { organizationId: string; examined: ExaminedCodes; seal: Seal; at: Date },
): Promise<{ connectionId: string; books: BooksRow; moved: number }> {
  const { at, examined, organizationId, seal } = to
  const books = await rememberBooks(tx, plan, examined, at)
  if (examined.numbers !== null) await replaceNumbersInBooks(tx, books.id, examined.numbers)
  await keepLedgerAccounts(tx, books.id, { accounts: examined.ledgerAccounts, readAt: at })
  const connectionId = await saveActiveConnection(tx, {
    ...named(await accountsOfBooks(tx, books.id), examined),
    booksId: books.id,
    at,
    nextTestAt: new Date(nextTestAt(at.getTime())),
    reconciliationDueAt: new Date(nextReconciliationAt(at.getTime(), organizationId)),
    paymentsDueAt: new Date(nextPaymentsAt(at.getTime(), organizationId)),
  })
  const place = { organizationId, rowId: connectionId, purpose: 'e-boekhouden-codes' } as const
  const of = { connectionId, booksId: books.id }
  await replaceSecret(tx, of, { ...seal.seal(examined.codes, place), at })
  const moved = plan.from === null || plan.from.id === books.id ? 0 : await leave(tx, plan.from, books, at)
  if (plan.to !== null && plan.to.id !== plan.from?.id) await catchUpWithCustomers(tx, books.id, at)
  const settlesFormer = await deleteFormerSecrets(tx, of)
  await changeConnection(tx, { from: ['active'] }, { settles_former: settlesFormer })
  await waitForComparison(tx, at)
  return { connectionId, books, moved }
}

/** After a restore new codes let the books be compared, and nothing goes on before that. */
async function waitForComparison(tx: Transaction, at: Date): Promise<void> {
  const connection = await findConnection(tx)
  if (connection === null || connection.restored_at === null) return
  const paused = { state: 'paused', paused_cause: 'books_not_compared', paused_at: at, next_test_at: null }
  await changeConnection(tx, { from: ['active'] }, paused)
}

async function rememberBooks(
  tx: Transaction,
  { to }: BooksPlan,
  examined: ExaminedCodes,
  at: Date,
): Promise<BooksRow> {
  const [fingerprint] = examined.fingerprints
  const known = {
    name: nameOf(examined),
    username_hint: hintOf(examined.codes.username),
    guid: administrationOf(examined)?.guid ?? null,
    fingerprint_key_name: fingerprint?.keyName ?? null,
    code_2_fingerprint: fingerprint?.code2 ?? null,
    username_fingerprint: fingerprint?.username ?? null,
  }
  if (to === null) return insertBooks(tx, { ...known, linked_at: at })
  await changeBooks(tx, to.id, { ...known, left_at: null })
  return { ...to, ...known, left_at: null }
}

/** Customers become relations there when they have an invoice that goes along; the others with their next one. */
async function leave(tx: Transaction, from: BooksRow, to: BooksRow, at: Date): Promise<number> {
  await changeBooks(tx, from.id, { left_at: at })
  for (const customerId of await customersToMove(tx, from.id)) {
    const code = relationCodeOf(customerId)
    await insertRelation(tx, { booksId: to.id, customerId, code, at })
  }
  const ids = await moveBookings(tx, { from: from.id, to: to.id, at, freedCauses: causesOfBooks })
  await moveProductAccounts(tx, { from: from.id, to: to.id })
  await planForBooks(tx, { booksId: to.id, ids, at })
  // What was meant for these books was meant for others until now, so nobody is about to send it.
  await settleAccounts(tx, { booksId: to.id, at, mayChangePlanned: true })
  return ids.length
}

/** The accounts on which everything is booked there, with their names as far as the books have them. */
function named({ debtors, revenue }: SalesAccounts, { ledgerAccounts }: ExaminedCodes): ConnectionAccounts {
  const nameOf = (account: string) => ledgerAccounts.find(({ code }) => code === account)?.name ?? ''
  return {
    debtorsAccount: debtors,
    debtorsAccountName: nameOf(debtors),
    revenueAccount: revenue,
    revenueAccountName: nameOf(revenue),
  }
}
