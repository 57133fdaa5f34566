import { type Cents, sum } from '../money/cents.ts'
import type { Administration, Entry, LedgerCategory, Mutation, MutationKind } from './administration.ts'
import { findVatCode } from './vat-codes.ts'

/** A mutation before it has its number and its double entry. */
export type MutationDraft = Omit<Mutation, 'number' | 'entries'>

/** The kinds that put the account of the header on the debit side; the others credit it. For `Memoriaal` this is
 * a guess. */
const debitsItsAccount: ReadonlySet<MutationKind> = new Set([
  'FactuurVerstuurd',
  'FactuurbetalingOntvangen',
  'GeldOntvangen',
  'Memoriaal',
])

/** Gives the mutation the next number and its double entry. */
export function book(books: Administration, draft: MutationDraft): Mutation {
  const number = (books.mutations.at(-1)?.number ?? 0) + 1
  return { ...draft, number, entries: entriesOf(books, draft) }
}

/**
 * The header's account against the lines' accounts, and the VAT of each line against the VAT account of its code.
 * The amounts add up to 0.
 */
function entriesOf(books: Administration, draft: MutationDraft): Entry[] {
  const sign = debitsItsAccount.has(draft.kind) ? 1 : -1
  const entry = (accountId: number, amount: Cents, costCenterId = 0): Entry => ({
    accountId,
    amount: amount === 0 ? 0 : amount,
    costCenterId,
    ...reference(books, accountId, draft),
  })
  const total = sum(draft.lines.map(({ incl }) => incl))
  const lines = draft.lines.flatMap((line) => {
    const counter = entry(line.accountId, -sign * line.excl, line.costCenterId)
    if (line.vat === 0) return [counter]
    return [counter, entry(vatAccountId(books, line.vatCode), -sign * line.vat)]
  })
  return [entry(draft.accountId, sign * total), ...lines]
}

/** Only debtors and creditors have open items, so only their entries say whose. */
function reference(books: Administration, accountId: number, draft: MutationDraft) {
  const category = books.ledger.find(({ id }) => id === accountId)?.category
  if (category !== 'DEB' && category !== 'CRED') return { relationId: null, invoiceNumber: '' }
  return { relationId: draft.relationId, invoiceNumber: draft.invoiceNumber }
}

function vatAccountId(books: Administration, vatCode: string): number {
  const wanted: LedgerCategory = findVatCode(vatCode)?.account ?? 'AFOVERIG'
  const account = books.ledger.find(({ category }) => category === wanted)
  // The accounts with a role cannot be removed or lose it, see `updateGrootboekrekening`.
  if (!account) throw new RangeError(`no ledger account of category ${wanted}`)
  return account.id
}
