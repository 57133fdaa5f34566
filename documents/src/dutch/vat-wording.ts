import type { VatTreatment } from '@stella/invoicing'

/** How a VAT treatment is worded on an invoice. `rate` stands for the percentage. */
export type VatWording = {
  /** In the column of the line. */
  readonly column: string
  /** In the list of totals, before «over € …». */
  readonly total: string
  /** The sentence that the law wants on the invoice where no VAT is charged for a reason. */
  readonly statement: string | null
}

const reverseCharge = { column: 'verlegd', total: 'Btw verlegd', statement: 'Btw verlegd.' }
const rated = { column: '{rate}%', total: 'Btw {rate}%', statement: null }

export const vatWordings: Readonly<Record<VatTreatment, VatWording>> = {
  high: rated,
  low: rated,
  other_rate: rated,
  zero: rated,
  reverse_charge: reverseCharge,
  reverse_charge_low: reverseCharge,
  eu_goods: { column: '0%', total: 'Btw 0%', statement: 'Intracommunautaire levering, btw 0%.' },
  eu_services: reverseCharge,
  outside_eu: { column: '0%', total: 'Btw 0%', statement: 'Uitvoer buiten de EU, btw 0%.' },
  distance_sale: rated,
  exempt: { column: 'vrij', total: 'Vrijgesteld van btw', statement: 'Vrijgesteld van btw.' },
  small_business_scheme: {
    column: 'vrij',
    total: 'Vrijgesteld van btw',
    statement: 'Vrijgesteld van btw op grond van de kleineondernemersregeling (artikel 25 Wet OB).',
  },
}
