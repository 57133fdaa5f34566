import { type AccountAmount, type CodeAmount, sumPerAccount, sumPerCode } from './amounts.ts'
import { boxOfCode } from './books-side.ts'

/** Both sides of one VAT code, in cents. */
export type CodeRow = {
  readonly vatCode: string
  readonly box: string | null
  readonly stella: { readonly net: bigint; readonly vat: bigint }
  readonly books: { readonly net: bigint; readonly vat: bigint }
}

/** Both sides of one ledger account, in cents; of `null` what is not planned for any. */
export type AccountRow = {
  readonly account: string | null
  readonly side: AccountAmount['side']
  readonly stella: bigint
  readonly books: bigint
}

/** Every code that either side has, in the order of the boxes. */
export function codeRows(ours: readonly CodeAmount[], theirs: readonly CodeAmount[]): CodeRow[] {
  const stella = new Map(sumPerCode(ours).map(({ vatCode, ...sum }) => [vatCode, sum]))
  const books = new Map(sumPerCode(theirs).map(({ vatCode, ...sum }) => [vatCode, sum]))
  const nothing = { net: 0n, vat: 0n }
  return [...new Set([...stella.keys(), ...books.keys()])]
    .map((vatCode) => ({
      vatCode,
      box: boxOfCode(vatCode),
      stella: stella.get(vatCode) ?? nothing,
      books: books.get(vatCode) ?? nothing,
    }))
    .toSorted((left, right) =>
      (left.box ?? '9') + left.vatCode < (right.box ?? '9') + right.vatCode ? -1 : 1,
    )
}

/** Every account that either side has, the debtors first. */
export function accountRows(ours: readonly AccountAmount[], theirs: readonly AccountAmount[]): AccountRow[] {
  const none = (amounts: readonly AccountAmount[]) => amounts.map((it) => ({ ...it, amount: 0n }))
  const stella = sumPerAccount([...ours, ...none(theirs)])
  const books = sumPerAccount([...theirs, ...none(ours)])
  return stella
    .map(({ account, amount, side }, at) => ({
      account,
      side,
      stella: amount,
      books: books[at]?.amount ?? 0n,
    }))
    .filter((row) => row.account !== null || row.stella !== 0n)
}
