import type { DecimalString, PlainDate } from './values.ts'

/** The kinds of mutation (Soort). `openingBalance` is read, never added. */
export type MutationKind =
  | 'openingBalance'
  | 'invoiceReceived'
  | 'invoiceSent'
  | 'invoicePaymentReceived'
  | 'invoicePaymentSent'
  | 'moneyReceived'
  | 'moneySent'
  | 'journal'

/** A line of a mutation. Amounts are euros. */
export type MutationLine = {
  /** The amount as it was entered: including VAT if the mutation's amounts do, else excluding. */
  amountEntered: DecimalString
  amountExcl: DecimalString
  amountVat: DecimalString
  amountIncl: DecimalString
  /** The service's own VAT code, such as `HOOG_VERK_21`. At most 12 characters. */
  vatCode: string
  /** `21`, not `0.21`. */
  vatPercentage: DecimalString
  /** Code of the counter account (Tegenrekening), such as `8000`. At most 10 characters. */
  ledgerAccount: string
  /** 0 for none. */
  costCenterId: number
  /** The invoice that a line of a payment settles; empty for other kinds. */
  invoiceNumber: string
}

/** A mutation (mutatie) as it stands in the books. What the service left out is empty or 0. */
export type Mutation = {
  number: number
  /** `unknown` for a kind that this version does not know. */
  kind: MutationKind | 'unknown'
  date: PlainDate
  /** Code of the account (Rekening): for a sales invoice the debtors account, such as `1300`. */
  account: string
  relationCode: string
  invoiceNumber: string
  /** Free reference (Boekstuk). */
  document: string
  description: string
  /** Days, as text: `14`. */
  paymentTermDays: string
  /** Whether the entered amounts include VAT (InExBTW is `IN`). */
  amountsIncludeVat: boolean
  lines: readonly MutationLine[]
}

/** A line to be booked. */
export type NewMutationLine = Omit<MutationLine, 'costCenterId' | 'invoiceNumber'> & {
  costCenterId?: number | undefined
}

/**
 * A mutation to be booked. The service draws the number itself. It can neither change nor delete a mutation
 * afterwards: a credit is another mutation with negative amounts and an invoice number of its own.
 */
export type NewMutation = {
  kind: Exclude<MutationKind, 'openingBalance'>
  /** From 1980-01-01 to 2049-12-31. */
  date: PlainDate
  /** At most 10 characters. */
  account: string
  /** At most 15 characters; required for invoices. */
  relationCode?: string | undefined
  /** At most 50 characters; required for invoices, and for payments to name the invoice. */
  invoiceNumber?: string | undefined
  /** At most 50 characters. */
  document?: string | undefined
  /** 1 to 200 characters. */
  description: string
  /** Days, as text of 1 to 4 digits; required for invoices. */
  paymentTermDays?: string | undefined
  /** At most 50 characters. */
  paymentReference?: string | undefined
  amountsIncludeVat: boolean
  /** 1 to 100 lines. */
  lines: readonly NewMutationLine[]
}

/**
 * All given conditions hold at once, bounds included. The service returns the last 500 that match, and allows
 * 5,000 of these calls a month for an administration (manual 5.5).
 */
export type MutationFilter = {
  number?: number | undefined
  numberFrom?: number | undefined
  numberTo?: number | undefined
  invoiceNumber?: string | undefined
  dateFrom?: PlainDate | undefined
  dateTo?: PlainDate | undefined
}
