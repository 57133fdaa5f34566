import type { FoundMutation } from '../src/ports/books.ts'
import type { ExpectedAmounts, ExpectedLine } from './invoice-amounts.ts'

/** The accounts that people chose in some books. Read by what they are called, by other means than the engine's. */
export type Chosen = {
  readonly debtors: string
  readonly revenue: string
  readonly byTreatment: Readonly<Record<string, string>>
  readonly byProduct: ReadonlyMap<string, string>
}

export const DEBTORS = ['1300', '1310', '1320'] as const
export const REVENUES = ['8000', '8010', '8020', '8030', '8040'] as const
/** What is sold again and again; lines name one of them, or none. */
export const PRODUCTS = ['product 1', 'product 2', 'product 3'] as const

/** Nobody chose anything. */
export const usualAccounts: Chosen = {
  debtors: '1300',
  revenue: '8000',
  byTreatment: {},
  byProduct: new Map(),
}

/** The account of one line: what is nearest to it goes first. */
function accountOf({ kind, product }: ExpectedLine, chosen: Chosen): string {
  const ofProduct = product === null ? undefined : chosen.byProduct.get(product)
  if (ofProduct !== undefined) return ofProduct
  const ofTreatment = chosen.byTreatment[kind.treatment]
  return ofTreatment === undefined ? chosen.revenue : ofTreatment
}

/**
 * Whether a mutation stands on the accounts that were chosen for it: that of the debtors exactly, and on each revenue
 * account what its lines come to, but for the cents that are left when discounts on the whole and prices with VAT are shared.
 */
export function isOnAccounts(mutation: FoundMutation, expected: ExpectedAmounts, chosen: Chosen): boolean {
  if (mutation.account !== chosen.debtors) return false
  const wanted = netPerAccount(expected, chosen)
  const found = new Map<string, number>()
  for (const { account, net } of mutation.lines)
    found.set(account, (found.get(account) ?? 0) + Number(net ?? 0n))
  const leeway = 2 * expected.entered.size + expected.lines.length
  return [...new Set([...wanted.keys(), ...found.keys()])].every(
    (account) => Math.abs((wanted.get(account) ?? 0) - (found.get(account) ?? 0)) <= leeway,
  )
}

function netPerAccount({ entered, lines, pricesIncludeVat }: ExpectedAmounts, chosen: Chosen) {
  const nets = new Map<string, number>()
  for (const [kind, amount] of entered) {
    const own = lines.filter((line) => line.kind === kind)
    const whole = own.reduce((sum, line) => sum + line.amount, 0)
    const withoutVat = pricesIncludeVat ? 10_000 / (10_000 + kind.rate) : 1
    // What a charge of its own puts on is of no line.
    const shares = own.length === 0 || whole === 0 ? [{ kind, product: null, amount: 1 }] : own
    const base = own.length === 0 || whole === 0 ? 1 : whole
    for (const line of shares) {
      const account = accountOf(line, chosen)
      nets.set(account, (nets.get(account) ?? 0) + (amount * withoutVat * line.amount) / base)
    }
  }
  return nets
}
