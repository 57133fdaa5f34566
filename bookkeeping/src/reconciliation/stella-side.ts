import type { AccountAmount, CodeAmount } from './amounts.ts'

/** A final document of Stella in a period, as the books should have it. Amounts in cents. */
export type StellaSale = {
  readonly invoiceId: string
  readonly number: string
  readonly customer: string
  readonly date: string
  /** The invoice that it takes back, of a credit note. */
  readonly creditsId: string | null
  /** Per VAT code of the books, as it was or will be booked. */
  readonly amounts: readonly CodeAmount[]
  /** Per ledger account, as it was or will be booked in these books; null where it is not planned for them. */
  readonly accounts: readonly AccountAmount[] | null
  readonly standing: Standing
}

/** How a document stands in the books that are compared with. */
export type Standing =
  | {
      readonly state: 'booked'
      readonly mutationNumber: number
      readonly reference: string
      readonly bookedAt: number
    }
  /**
   * Refused, or booked and found to be another there, or not to be there, when it was read back. `bookingId` where it
   * may be offered again.
   */
  | {
      readonly state: 'failed'
      readonly mutationNumber: number | null
      readonly reference: string | null
      readonly bookingId: string | null
    }
  | { readonly state: 'waiting' }
  /** A person left it out of the books. */
  | { readonly state: 'excluded' }
  /** It became final without a link, or stands in other books. */
  | { readonly state: 'elsewhere' }
