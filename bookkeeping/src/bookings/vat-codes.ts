import {
  type PlainDate,
  parsePlainDate,
  type VatReturnBox,
  type VatTreatment,
  vatTreatments,
} from '@stella/invoicing'

/** How the lines of one treatment and rate are booked. */
export type VatCodeOfGroup = { readonly code: string; readonly box: VatReturnBox | null }

type Row = {
  readonly treatment: VatTreatment
  readonly code: string
  /** In per cent; left out where the code takes any. */
  readonly rate?: string
  /** The last day of a booking on which the code stands for this rate. */
  readonly until?: PlainDate
  /** Where it is not that of the treatment. */
  readonly box?: VatReturnBox
}

/**
 * How e-Boekhouden.nl calls each treatment (BTWCode, manual 5.5 and the REST API's list). The first row that fits
 * counts; what fits none is not booked. A rate that the law had on another day than that of the booking is one of the
 * «overige tarieven» (AFW_VERK, box 1c): the codes of the high and the low rate stand for those of the booking's own
 * day. `distance_sale` is absent: under the one-stop shop its VAT is another country's and needs a line of its own.
 */
const rows: readonly Row[] = [
  { treatment: 'high', rate: '21', code: 'HOOG_VERK_21' },
  { treatment: 'high', rate: '19', code: 'HOOG_VERK', until: parsePlainDate('2012-09-30') },
  { treatment: 'high', code: 'AFW_VERK', box: '1c' },
  { treatment: 'low', rate: '9', code: 'LAAG_VERK_9' },
  { treatment: 'low', rate: '6', code: 'LAAG_VERK', until: parsePlainDate('2018-12-31') },
  { treatment: 'low', code: 'AFW_VERK', box: '1c' },
  { treatment: 'other_rate', code: 'AFW_VERK' },
  { treatment: 'zero', code: 'GEEN' },
  { treatment: 'reverse_charge', code: 'VERL_VERK' },
  { treatment: 'reverse_charge_low', code: 'VERL_VERK_L9' },
  { treatment: 'eu_goods', code: 'BI_EU_VERK' },
  { treatment: 'eu_services', code: 'BI_EU_VERK_D' },
  { treatment: 'outside_eu', code: 'BU_EU_VERK' },
  { treatment: 'exempt', code: 'GEEN' },
  { treatment: 'small_business_scheme', code: 'GEEN' },
]

/** For amounts that stand outside VAT, such as a rounding of one cent. */
export const NO_VAT_CODE = 'GEEN'

/**
 * The BTWCode of a treatment at a rate, booked on a day; null when there is none: then the invoice is refused, never
 * taken for 21 %.
 */
export function vatCodeOf(
  group: { readonly treatment: string; readonly rate: string },
  bookedOn: string,
): VatCodeOfGroup | null {
  const row = rows.find(
    ({ treatment, rate, until }) =>
      treatment === group.treatment &&
      (rate === undefined || rate === group.rate) &&
      (until === undefined || bookedOn <= until),
  )
  return row === undefined ? null : { code: row.code, box: row.box ?? vatTreatments[row.treatment].box }
}
