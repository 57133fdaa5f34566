/**
 * The mutation of one invoice, exactly as it will be sent. It is stored as JSON when the invoice becomes final
 * and never changes after: amounts are decimal strings in euros.
 */
export type PlannedMutation = {
  readonly date: string
  readonly debtorsAccount: string
  readonly relationCode: string
  readonly invoiceNumber: string
  /** Our own mark (Boekstuk), by which a mutation is recognised as sent by us for this invoice. */
  readonly reference: string
  readonly description: string
  readonly paymentTermDays: number
  readonly amountsIncludeVat: boolean
  readonly lines: readonly PlannedLine[]
}

export type PlannedLine = {
  readonly revenueAccount: string
  readonly vatCode: string
  readonly vatPercentage: string
  readonly net: string
  readonly vat: string
  readonly gross: string
}
