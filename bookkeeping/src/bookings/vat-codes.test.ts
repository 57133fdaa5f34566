import {
  computeTotals,
  type InvoiceLine,
  parsePlainDate,
  type Quantity,
  type UnitPrice,
  type VatTreatment,
  vatTreatmentCodes,
  vatTreatments,
} from '@stella/invoicing'
import { describe, expect, test } from 'vitest'
import { planMutation } from './plan-mutation.ts'
import { vatCodeOf } from './vat-codes.ts'

/**
 * How a sale of each treatment is booked, where it stands in the VAT return, and its category in an electronic
 * invoice: BTWCode by e-Boekhouden.nl's SOAP manual 5.5, the box by the form of the Belastingdienst, the category by
 * EN 16931 (UNCL 5305). Written out a second time on purpose: a code that is wrong here is a wrong VAT return, and no
 * other check of ours would notice it.
 */
const rows: readonly (readonly [VatTreatment, string, string | null, string | null, string, string?])[] = [
  ['high', '21', 'HOOG_VERK_21', '1a', 'S'],
  ['high', '19', 'HOOG_VERK', '1a', 'S', '2012-09-30'],
  // Supplied under a rate of before, and booked after: the codes of the rates stand for those of the booking's day.
  ['high', '19', 'AFW_VERK', '1c', 'S', '2012-10-01'],
  ['high', '17.5', 'AFW_VERK', '1c', 'S', '2000-12-31'],
  ['low', '9', 'LAAG_VERK_9', '1b', 'S'],
  ['low', '6', 'LAAG_VERK', '1b', 'S', '2018-12-31'],
  ['low', '6', 'AFW_VERK', '1c', 'S', '2019-01-01'],
  ['other_rate', '13', 'AFW_VERK', '1c', 'S'],
  ['zero', '0', 'GEEN', '1e', 'Z'],
  ['reverse_charge', '0', 'VERL_VERK', '1e', 'AE'],
  ['reverse_charge_low', '0', 'VERL_VERK_L9', '1e', 'AE'],
  ['eu_goods', '0', 'BI_EU_VERK', '3b', 'K'],
  ['eu_services', '0', 'BI_EU_VERK_D', '3b', 'AE'],
  ['outside_eu', '0', 'BU_EU_VERK', '3a', 'G'],
  // Under the one-stop shop the VAT is another country's and stands on a line of its own: not booked yet, refused.
  ['distance_sale', '19', null, '3c', 'S'],
  ['exempt', '0', 'GEEN', null, 'E'],
  ['small_business_scheme', '0', 'GEEN', null, 'E'],
]

describe('VAT codes', () => {
  test('are written out for every treatment there is', () => {
    expect([...new Set(rows.map(([treatment]) => treatment))].sort()).toEqual([...vatTreatmentCodes].sort())
  })

  test.each(rows.map((row) => ({ row, name: row.join(' ') })))('$name', ({ row }) => {
    const [vatTreatment, vatRate, code, box, category, day = '2026-11-22'] = row
    expect(vatTreatments[vatTreatment].category).toBe(category)
    expect(vatCodeOf({ treatment: vatTreatment, rate: vatRate }, day)).toEqual(
      code === null ? null : { code, box },
    )
    const booked = bookedUnder({ vatTreatment, vatRate }, day)
    expect(booked).toEqual(code === null ? 'vat_treatment_unknown' : [`${code} ${vatRate}`])
  })

  test.each(['', 'HIGH', 'HOOG_VERK_21', 'toString', '__proto__', '21'])(
    'of %j there are none, and it is never taken for the high rate',
    (treatment) => {
      expect(vatCodeOf({ treatment, rate: '21' }, '2026-11-22')).toBeNull()
    },
  )
})

/** The VAT codes and rates of the mutation that an invoice of one such line becomes, or why it becomes none. */
function bookedUnder(vat: Pick<InvoiceLine, 'vatTreatment' | 'vatRate'>, day: string): string[] | string {
  const line: InvoiceLine = {
    description: 'Iets',
    quantity: '1' as Quantity,
    unitPrice: '100.00' as UnitPrice,
    ...vat,
  }
  const planned = planMutation({
    invoice: {
      number: '2026-0001',
      invoiceDate: parsePlainDate(day),
      paymentTermDays: 14,
      description: '',
      pricesIncludeVat: false,
      lines: [line],
      totals: computeTotals([line], false),
    },
    accounts: { debtors: '1300', revenue: '8000' },
    customerName: 'Café De Zwaan',
    relationCode: 'S1',
    reference: 'STELLA-1',
  })
  return planned.ok
    ? planned.mutation.lines.map(({ vatCode, vatPercentage }) => `${vatCode} ${vatPercentage}`)
    : planned.cause
}
