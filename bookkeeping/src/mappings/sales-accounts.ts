import type { VatTreatment } from '@stella/invoicing'

/** Where the manual says that sales are booked: the accounts of everybody who chose no others. */
export const USUAL_ACCOUNTS = { debtors: '1300', revenue: '8000' } as const

/** The ledger accounts that sales are booked on, by their codes in the books. */
export type SalesAccounts = {
  readonly debtors: string
  /** Of everything that has none of its own. */
  readonly revenue: string
  /** By VAT treatment, of those that have one of their own. */
  readonly byTreatment?: Readonly<Partial<Record<VatTreatment, string>>>
  /** By the id of a product, of those that have one of their own. */
  readonly byProduct?: ReadonlyMap<string, string>
  /** Of a credit note what its invoice stands on, by `keyOf()` of what was sold. */
  readonly asInvoiced?: ReadonlyMap<string, string>
}

/** What is sold, as far as it says on which revenue account it is booked. */
export type Sold = { readonly product: string | null; readonly treatment: VatTreatment }

/**
 * Which revenue account counts where several could, the first that there is: what is nearest to the line goes before what
 * holds for many.
 */
const precedence: readonly ((sold: Sold, accounts: SalesAccounts) => string | undefined)[] = [
  (sold, { asInvoiced }) => asInvoiced?.get(keyOf(sold)),
  ({ product }, { byProduct }) => (product === null ? undefined : byProduct?.get(product)),
  ({ treatment }, { byTreatment }) => byTreatment?.[treatment],
  (_, { revenue }) => revenue,
]

/** By what an amount of a credit note is known on its invoice. */
export function keyOf({ product, treatment }: Sold): string {
  return `${product ?? ''} ${treatment}`
}

/**
 * The account that something is booked on: of a credit note that of its invoice, or else that of its product, of its VAT
 * treatment, or the usual one.
 */
export function revenueAccountOf(sold: Sold, accounts: SalesAccounts): string {
  return (
    precedence.map((choose) => choose(sold, accounts)).find((code) => code !== undefined) ?? accounts.revenue
  )
}
