import { type Cents, divideRounded, sum } from '../money/cents.ts'
import type {
  Administration,
  Entry,
  LedgerCategory,
  Mutation,
  MutationKind,
  MutationLine,
} from './administration.ts'
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
  return bookAs(books, books.lastMutationNumber + 1, draft)
}

/** The same under a number that it has already. */
export function bookAs(books: Administration, number: number, draft: MutationDraft): Mutation {
  return { ...draft, number, entries: entriesOf(books, draft) }
}

/**
 * The header's account against the lines' accounts, and the VAT of each line against the VAT account of its code.
 * Where the buyer owes the VAT, it stands on both sides: to be paid and to be reclaimed. The amounts add up to 0.
 */
function entriesOf(books: Administration, draft: MutationDraft): Entry[] {
  const sign = debitsItsAccount.has(draft.kind) ? 1 : -1
  const entry = (
    accountId: number,
    amount: Cents,
    costCenterId = 0,
    invoiceNumber = draft.invoiceNumber,
  ): Entry => ({
    accountId,
    amount: amount === 0 ? 0 : amount,
    costCenterId,
    ...reference(books, accountId, draft.relationId, invoiceNumber),
  })
  const total = sum(draft.lines.map(({ incl }) => incl))
  const lines = draft.lines.flatMap((line) => {
    const counter = entry(line.accountId, -sign * line.excl, line.costCenterId, line.invoiceNumber)
    const owed = line.vat === 0 ? vatOwedByBuyer(line) : 0
    const vat = line.vat + owed
    if (vat === 0) return [counter]
    const vatEntry = entry(accountIdOf(books, findVatCode(line.vatCode)?.account ?? 'AFOVERIG'), -sign * vat)
    return owed === 0
      ? [counter, vatEntry]
      : [counter, vatEntry, entry(accountIdOf(books, 'AF'), sign * owed)]
  })
  return [entry(draft.accountId, sign * total), ...lines]
}

/** Only debtors and creditors have open items, so only their entries say whose. */
function reference(
  books: Administration,
  accountId: number,
  relationId: number | null,
  invoiceNumber: string,
): Pick<Entry, 'relationId' | 'invoiceNumber'> {
  const category = books.ledger.find(({ id }) => id === accountId)?.category
  if (category !== 'DEB' && category !== 'CRED') return { relationId: null, invoiceNumber: '' }
  return { relationId, invoiceNumber }
}

/** The VAT that a supplier left to the buyer, over the line's amount. */
function vatOwedByBuyer({ excl, vatCode }: MutationLine): Cents {
  const percentage = findVatCode(vatCode)?.owedByBuyer ?? '0'
  return Number(divideRounded(BigInt(excl) * BigInt(percentage), 100n))
}

function accountIdOf(books: Administration, wanted: LedgerCategory): number {
  const account = books.ledger.find(({ category, removed }) => category === wanted && !removed)
  // Nobody can take the last account of such a category out of the books, see `bookkeeper/accounts.ts`.
  if (!account) throw new RangeError(`no ledger account of category ${wanted}`)
  return account.id
}
