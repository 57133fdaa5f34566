import {
  computeTotals,
  creditContent,
  type InvoiceLine,
  parseAmount,
  parsePlainDate,
  type Quantity,
  type UnitPrice,
} from '@stella/invoicing'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type PlannableInvoice, planMutation } from '../bookings/plan-mutation.ts'
import { accountsOfInvoice, type BookedOn, putOnAccounts } from './accounts-of-booking.ts'
import type { SalesAccounts } from './sales-accounts.ts'

const usual: SalesAccounts = { debtors: '1300', revenue: '8000' }
const isFit = () => true

function invoiceOf(lines: readonly InvoiceLine[], pricesIncludeVat = false): PlannableInvoice {
  return {
    number: '2026-0001',
    invoiceDate: parsePlainDate('2026-11-30'),
    paymentTermDays: 14,
    description: '',
    pricesIncludeVat,
    lines,
    totals: computeTotals(lines, pricesIncludeVat),
  }
}

function bookedOn(invoice: PlannableInvoice, accounts: SalesAccounts): BookedOn {
  const plan = planMutation({
    ...{ invoice, accounts },
    ...{ customerName: 'Café De Zwaan', relationCode: 'ZWAAN', reference: 'STELLA-1' },
  })
  if (!plan.ok) throw new Error(plan.cause)
  return plan
}

const line = (changes: Partial<InvoiceLine> = {}): InvoiceLine => ({
  description: 'Werk',
  quantity: '1' as Quantity,
  unitPrice: '100' as UnitPrice,
  vatTreatment: 'high',
  vatRate: '21',
  ...changes,
})

/** Per account the net and the VAT. */
function sums({ mutation }: BookedOn): Record<string, string> {
  const entries = mutation.lines.map((it) => [it.revenueAccount, `${it.net} ${it.vat}`] as const)
  return Object.fromEntries(entries)
}

describe('which account counts', () => {
  const lines = [
    line({ productId: 'boiler' }),
    line({ productId: 'kraan' }),
    line({ vatTreatment: 'reverse_charge', vatRate: '0' }),
    line({ vatTreatment: 'reverse_charge', vatRate: '0', productId: 'boiler' }),
  ]

  test.each<[string, Partial<SalesAccounts>, Record<string, string>]>([
    ['the usual one where nothing was chosen', {}, { '8000': '200.00 0.00' }],
    [
      'that of the VAT treatment',
      { byTreatment: { reverse_charge: '8020' } },
      { '8000': '200.00 42.00', '8020': '200.00 0.00' },
    ],
    [
      'that of the product before that of the treatment',
      { byTreatment: { reverse_charge: '8020' }, byProduct: new Map([['boiler', '8010']]) },
      { '8000': '100.00 21.00', '8010': '100.00 0.00', '8020': '100.00 0.00' },
    ],
  ])('%s', (_, chosen, expected) => {
    expect(sums(bookedOn(invoiceOf(lines), { ...usual, ...chosen }))).toEqual(expected)
  })

  test('the cent beside a price with VAT stands where it is taken from', () => {
    const cent = invoiceOf([line({ productId: 'boiler', unitPrice: '10.00' as UnitPrice })], true)
    const { mutation } = bookedOn(cent, { ...usual, byProduct: new Map([['boiler', '8010']]) })
    expect(mutation.lines.map((it) => [it.revenueAccount, it.vatCode, it.net, it.vat])).toEqual([
      ['8010', 'HOOG_VERK_21', '8.27', '1.74'],
      ['8010', 'GEEN', '-0.01', '0.00'],
    ])
  })
})

describe('a credit note', () => {
  const before: SalesAccounts = {
    debtors: '1310',
    revenue: '8000',
    byTreatment: { high: '8010' },
    byProduct: new Map([['boiler', '8020']]),
  }
  const today: SalesAccounts = { debtors: '1300', revenue: '8090', byTreatment: { high: '8080' } }
  const lines = [
    line({ productId: 'boiler' }),
    line({ productId: 'kraan' }),
    line({ vatTreatment: 'low', vatRate: '9' }),
  ]
  const invoice = invoiceOf(lines)

  test('stands on the accounts of its invoice, whatever was chosen since', () => {
    const accounts = accountsOfInvoice(bookedOn(invoice, before), today, isFit)
    const part = creditContent(
      { ...invoice, allowances: [] },
      new Map(),
      [0, 1, 2].map((position) => ({ position, quantity: '0.5' })),
    )
    if (!part.ok) throw new Error('cannot be credited')
    const note = bookedOn({ ...invoice, ...part.value }, accounts)
    expect(note.mutation.debtorsAccount).toBe('1310')
    expect(sums(note)).toEqual({ '8020': '-50.00 -10.50', '8010': '-50.00 -10.50', '8000': '-50.00 -4.50' })
  })

  test('goes to those of today where one of its invoice is no longer there', () => {
    const isGone = (account: string) => account !== '8020' && account !== '1310'
    const accounts = accountsOfInvoice(bookedOn(invoice, before), today, isGone)
    const { mutation, parts } = bookedOn(invoice, accounts)
    expect(mutation.debtorsAccount).toBe('1300')
    expect(parts?.map(({ account }) => account)).toEqual(['8080', '8010', '8000'])
  })

  test('of an invoice from before accounts were kept with it stands on the one it was booked on', () => {
    const { mutation } = bookedOn(invoice, usual)
    const accounts = accountsOfInvoice({ mutation, parts: null }, today, isFit)
    expect(Object.keys(sums(bookedOn(invoice, accounts)))).toEqual(['8000'])
  })
})

test('what is put on other accounts is what would have been planned on them, to the cent', () => {
  const account = fc.constantFrom('8000', '8010', '8020', '8030')
  const chosen = fc.record({
    debtors: fc.constantFrom('1300', '1310'),
    revenue: account,
    byTreatment: fc.record({ high: account, low: account }, { requiredKeys: [] }),
    byProduct: fc
      .dictionary(fc.constantFrom('boiler', 'kraan', 'buis'), account)
      .map((it) => new Map(Object.entries(it))),
  })
  const taxed = fc.constantFrom(
    { vatTreatment: 'high', vatRate: '21' } as const,
    { vatTreatment: 'low', vatRate: '9' } as const,
    { vatTreatment: 'exempt', vatRate: '0' } as const,
  )
  const lines = fc.array(
    fc.record({
      tax: taxed,
      productId: fc.constantFrom(null, 'boiler', 'kraan', 'buis'),
      cents: fc.integer({ min: 1, max: 99_999 }),
    }),
    { minLength: 1, maxLength: 12 },
  )
  fc.assert(
    fc.property(lines, fc.boolean(), chosen, chosen, (given, pricesIncludeVat, before, after) => {
      const invoice = invoiceOf(
        given.map(({ cents, productId, tax }) =>
          line({ ...tax, productId, unitPrice: (cents / 100).toFixed(2) as UnitPrice }),
        ),
        pricesIncludeVat,
      )
      const moved = putOnAccounts(bookedOn(invoice, before), after)
      expect(moved).toEqual(pick(bookedOn(invoice, after)))
      const vat = moved.mutation.lines.reduce((sum, it) => sum + parseAmount(it.vat), 0n)
      expect(vat).toBe(invoice.totals.vat)
    }),
  )
})

function pick({ mutation, parts }: BookedOn): BookedOn {
  return { mutation, parts }
}
