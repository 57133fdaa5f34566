import type { SettledAs } from '@stella/invoicing'

/** What is known of the payment of one document of its own. */
export interface PaymentRecord {
  readonly invoiceId: string
  readonly outstanding: bigint
  readonly settledAs: SettledAs | null
  /** 'YYYY-MM-DD', of the last mutation that settled it. */
  readonly paidOn: string | null
  /** Of the mutations in the books: '4402, 4433'. */
  readonly mutationNumbers: string | null
  /** What one reading says, and what a second one must say too before it is believed. */
  readonly pending: { readonly outstanding: bigint; readonly since: Date } | null
  readonly knownAt: Date
}
