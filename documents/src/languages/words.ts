import type { Unit, VatTreatment } from '@stella/invoicing'

/** How a VAT treatment is worded. `{rate}` stands for the percentage, `{base}` for the amount. */
export type VatWording = {
  /** In the column of the line. */
  readonly column: string
  /** In the list of totals. */
  readonly total: string
  /** The sentence that the law wants where no VAT is charged for a reason; the Dutch words stay beside others. */
  readonly statement: string | null
}

/** Everything a document says by itself, in one language. What stands in braces is filled in. */
export type Words = {
  readonly locale: string
  readonly invoice: string
  readonly creditNote: string
  readonly draft: string
  readonly draftNote: string
  readonly draftHeading: string
  readonly draftExplanation: string
  readonly follows: string
  readonly attention: string
  readonly visitingAddress: string
  readonly dueBy: string
  readonly deductedFrom: string
  readonly nothingToPay: string
  readonly paidToYou: string
  readonly facts: {
    readonly number: string
    readonly creditNumber: string
    readonly date: string
    readonly dueDate: string
    readonly supplyDate: string
    readonly supplyPeriod: string
    readonly creditedInvoice: string
    readonly buyerReference: string
    readonly orderNumber: string
    readonly projectNumber: string
    readonly contractNumber: string
  }
  readonly ofDate: string
  readonly until: string
  readonly columns: {
    readonly description: string
    readonly quantity: string
    readonly unit: string
    readonly priceWithoutVat: string
    readonly priceWithVat: string
    readonly vat: string
    readonly amount: string
  }
  readonly discount: string
  readonly discountPercentage: string
  readonly lineDiscount: string
  readonly lineDiscountOf: string
  readonly subtotal: string
  readonly totalWithoutVat: string
  readonly rounding: string
  readonly toPay: string
  readonly creditTotal: string
  readonly carriedTo: string
  readonly carriedFrom: string
  readonly ourVatNumber: string
  readonly yourVatNumber: string
  readonly payment: {
    readonly scanHeading: string
    readonly scanExplanation: string
    readonly transferHeading: string
    readonly transferAlone: string
    readonly amount: string
    readonly dueBy: string
    readonly accountName: string
    readonly reference: string
    readonly code: string
    readonly creditHeading: string
    readonly creditExplanation: string
    readonly creditAlone: string
    readonly remainingHeading: string
    readonly thisCreditNote: string
    readonly remaining: string
    readonly dueDate: string
    readonly refundHeading: string
    readonly refundExplanation: string
  }
  readonly term: string
  readonly page: string
  readonly vatNumber: string
  readonly inNameOf: string
  readonly attachment: string
  readonly vat: Readonly<Record<VatTreatment, VatWording>>
  /** One and several of a unit: «stuk», «stuks». */
  readonly units: Readonly<Record<Unit, readonly [one: string, several: string]>>
}

/** Fills in what stands in braces. */
export function filled(sentence: string, values: Readonly<Record<string, string>>): string {
  return sentence.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
}
