import type { SalesMutation } from '../ports/readings.ts'

/** What stands under a VAT code, in cents. */
export type CodeAmount = { readonly vatCode: string; readonly net: bigint; readonly vat: bigint }

/**
 * What stands on a ledger account, in cents: on the account of the debtors what they owe, VAT with it, and on one of
 * revenue what was sold, without. Null is the account of what is not planned yet.
 */
export type AccountAmount = {
  readonly account: string | null
  readonly side: 'debtors' | 'revenue'
  readonly amount: bigint
}

/** What a mutation puts on each VAT code; what is no number of cents counts as nothing and is told. */
export function amountsOf({ lines }: SalesMutation): CodeAmount[] {
  return lines.map(({ net, vat, vatCode }) => ({
    vatCode,
    net: BigInt(net ?? 0),
    vat: BigInt(vat ?? 0),
  }))
}

/** What a mutation puts on each account; on that of the debtors only a sales invoice does, and money is no matter. */
export function accountsOf({ account, kind, lines }: SalesMutation): AccountAmount[] {
  const revenue = lines.map((line) => ({
    account: line.account,
    side: 'revenue' as const,
    amount: BigInt(line.net ?? 0),
  }))
  if (kind !== 'invoice_sent') return revenue
  const gross = lines.reduce((sum, { net, vat }) => sum + BigInt(net ?? 0) + BigInt(vat ?? 0), 0n)
  return [{ account: account ?? null, side: 'debtors', amount: gross }, ...revenue]
}

/** What is not planned for any account. */
export function accountsUnplanned(amounts: readonly CodeAmount[]): AccountAmount[] {
  const net = amounts.reduce((sum, amount) => sum + amount.net, 0n)
  const gross = amounts.reduce((sum, { vat }) => sum + vat, net)
  return [
    { account: null, side: 'debtors', amount: gross },
    { account: null, side: 'revenue', amount: net },
  ]
}

export function sumPerCode(amounts: readonly CodeAmount[]): CodeAmount[] {
  const sums = new Map<string, { net: bigint; vat: bigint }>()
  for (const { net, vat, vatCode } of amounts) {
    const sum = sums.get(vatCode) ?? { net: 0n, vat: 0n }
    sums.set(vatCode, { net: sum.net + net, vat: sum.vat + vat })
  }
  return [...sums]
    .map(([vatCode, sum]) => ({ vatCode, ...sum }))
    .toSorted((left, right) => (left.vatCode < right.vatCode ? -1 : 1))
}

/** The account of the debtors first, then by number; what is not planned last. */
export function sumPerAccount(amounts: readonly AccountAmount[]): AccountAmount[] {
  const sums = new Map<string, AccountAmount>()
  for (const { account, amount, side } of amounts) {
    const key = `${side} ${account === null ? '\uffff' : account}`
    sums.set(key, { account, side, amount: (sums.get(key)?.amount ?? 0n) + amount })
  }
  return [...sums].toSorted(([left], [right]) => (left < right ? -1 : 1)).map(([, sum]) => sum)
}

/** The first minus the second, per VAT code; codes without a difference left out. */
export function codesBetween(ours: readonly CodeAmount[], theirs: readonly CodeAmount[]): CodeAmount[] {
  const less = theirs.map(({ net, vat, vatCode }) => ({ vatCode, net: -net, vat: -vat }))
  return sumPerCode([...ours, ...less]).filter(({ net, vat }) => net !== 0n || vat !== 0n)
}

/** The first minus the second, per account; accounts without a difference left out. */
export function accountsBetween(
  ours: readonly AccountAmount[],
  theirs: readonly AccountAmount[],
): AccountAmount[] {
  const less = theirs.map((it) => ({ ...it, amount: -it.amount }))
  return sumPerAccount([...ours, ...less]).filter(({ amount }) => amount !== 0n)
}
