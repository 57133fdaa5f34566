/** A final document of Stella in a period, as the books should have it. Amounts in cents. */
export type StellaSale = {
  readonly invoiceId: string
  readonly number: string
  readonly customer: string
  readonly date: string
  /** Per VAT code of the books, as it was or will be booked. */
  readonly amounts: readonly CodeAmount[]
  readonly standing: Standing
}

export type CodeAmount = { readonly vatCode: string; readonly net: bigint; readonly vat: bigint }

/** How a document stands in the books that are compared with. */
export type Standing =
  | {
      readonly state: 'booked'
      readonly mutationNumber: number
      readonly reference: string
      readonly bookedAt: number
    }
  /** Booked, and found to be another there, or not to be there, when it was read back. */
  | { readonly state: 'failed'; readonly mutationNumber: number | null; readonly reference: string | null }
  | { readonly state: 'waiting' }
  /** A person left it out of the books. */
  | { readonly state: 'excluded' }
  /** It became final without a link, or stands in other books. */
  | { readonly state: 'elsewhere' }
