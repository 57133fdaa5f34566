import type { SalesMutation } from '../ports/readings.ts'
import {
  type AccountAmount,
  accountsBetween,
  accountsOf,
  amountsOf,
  type CodeAmount,
  codesBetween,
} from './amounts.ts'
import { type DifferenceAction, type DifferenceKind, differenceKinds } from './difference-kinds.ts'
import { ourAccounts } from './our-accounts.ts'
import type { StellaSale } from './stella-side.ts'

export type Difference = {
  /** The same for as long as it is the same difference; another once an amount of it changes. */
  readonly key: string
  readonly kind: DifferenceKind
  /** The document that it is about; null where it is about none, or about several. */
  readonly sale: StellaSale | null
  /** The mutations that it is about. */
  readonly mutations: readonly SalesMutation[]
  /** Stella minus the books, per VAT code; codes without a difference left out. */
  readonly amounts: readonly CodeAmount[]
  /** The same per ledger account. */
  readonly accounts: readonly AccountAmount[]
  /** Of what was changed or entered otherwise: what of it is another there. */
  readonly changed: readonly ChangedPart[]
  /** Of `number_gap` the numbers that are missing, of `other_account` those of the invoices: «2026-0007». */
  readonly numbers: readonly string[]
  /** Of `other_account`: on which accounts Stella booked, and on which it stands. */
  readonly moved: Moved | null
  /** What can be done about it, the first thing first. */
  readonly actions: readonly DifferenceAction[]
}

export type ChangedPart = 'number' | 'date' | 'amount' | 'account'

export type Moved = { readonly from: readonly string[]; readonly to: readonly string[] }

/** A difference with what it makes in money. */
export function differ(
  kind: DifferenceKind,
  sale: StellaSale | null,
  mutations: readonly SalesMutation[],
  numbers: readonly string[] = [],
): Difference {
  const amounts = codesBetween(sale?.amounts ?? [], mutations.flatMap(amountsOf))
  const ours = sale === null ? [] : ourAccounts({ sale, found: mutations })
  const accounts = accountsBetween(ours, mutations.flatMap(accountsOf))
  const sums = amounts.map(({ net, vat, vatCode }) => `${vatCode}:${net}:${vat}`).join(',')
  const subject = sale?.invoiceId ?? ''
  const about = mutations.map(({ number }) => number).join('+')
  const key = [kind, subject, about, numbers.join('+'), sums].join('/')
  const actions = differenceKinds[kind].actions.filter((action) => canBe(action, sale))
  return { key, kind, sale, mutations, amounts, accounts, changed: [], numbers, moved: null, actions }
}

/** What cannot be offered again is mended where the invoice says; a credit note is credited by none. */
function canBe(action: DifferenceAction, sale: StellaSale | null): boolean {
  const standing = sale?.standing
  if (action === 'credit') return sale?.creditsId === null
  return (
    !(action === 'offer' || action === 'adopt') ||
    (standing?.state === 'failed' && standing.bookingId !== null)
  )
}
