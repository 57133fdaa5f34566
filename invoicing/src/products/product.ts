import type { UnitPrice } from '../quantities/unit-price.ts'
import type { Unit } from '../quantities/units.ts'
import type { VatRate, VatTreatment } from '../vat/treatments.ts'

/** What a person enters of a product: what a line of an invoice begins with when it is picked. */
export type ProductContent = {
  /** By which it is known in the business and looked up; no two have the same. */
  readonly code: string | null
  readonly description: string
  readonly unit: Unit | null
  readonly unitPrice: UnitPrice
  readonly priceIncludesVat: boolean
  readonly vatTreatment: VatTreatment
  /** Only where the treatment leaves the rate to the line; the law gives the others theirs by the day. */
  readonly vatRate: VatRate | null
  /** The account in the books on which it is sold; null for that of the organization. */
  readonly revenueAccount: string | null
  /** Is offered no more. A product is never deleted, as invoices were made with it. */
  readonly isArchived: boolean
}

export type Product = ProductContent & {
  readonly id: string
  /** Goes up by one with every change; a save that names an older one is refused. */
  readonly revision: number
}

export type ProductInput = {
  readonly code?: string | null | undefined
  readonly description?: string | null | undefined
  readonly unit?: string | null | undefined
  readonly unitPrice?: string | null | undefined
  readonly priceIncludesVat?: boolean | null | undefined
  readonly vatTreatment?: string | null | undefined
  readonly vatRate?: string | null | undefined
  readonly revenueAccount?: string | null | undefined
  readonly isArchived?: boolean | null | undefined
}
