import {
  computeTotals,
  type DocumentAllowance,
  formatAmount,
  type InvoiceLine,
  parseAmount,
  parsePlainDate,
  type Quantity,
  type UnitPrice,
} from '@stella/invoicing'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { planMutation } from './plan-mutation.ts'

function plan(
  lines: InvoiceLine[],
  pricesIncludeVat: boolean,
  allowances: readonly DocumentAllowance[] = [],
) {
  const invoice = {
    number: '2026-0001',
    invoiceDate: parsePlainDate('2026-11-22'),
    paymentTermDays: 14,
    description: 'Broodjes',
    pricesIncludeVat,
    lines,
    allowances,
    totals: computeTotals(lines, pricesIncludeVat, allowances),
  }
  const planned = planMutation({
    invoice,
    accounts: { debtors: '1300', revenue: '8000' },
    customerName: 'Café De Zwaan',
    relationCode: 'S1',
    reference: 'STELLA-1',
  })
  return { planned, totals: invoice.totals }
}

function line(vatTreatment: InvoiceLine['vatTreatment'], unitPrice: string, quantity = '1'): InvoiceLine {
  return {
    description: 'Iets',
    quantity: quantity as Quantity,
    unitPrice: unitPrice as UnitPrice,
    vatTreatment,
    vatRate: { high: '21', low: '9' }[vatTreatment as string] ?? '0',
  }
}

function sumOf(amounts: string[]): string {
  return formatAmount(amounts.map(parseAmount).reduce((sum, it) => (sum + it) as typeof it, parseAmount('0')))
}

function discount(percentage: string | null): DocumentAllowance {
  return {
    kind: 'allowance',
    reason: null,
    percentage,
    amount: null,
    vatTreatment: null,
    vatRate: null,
  }
}

const onWhole = fc.array(
  fc.oneof(
    fc.constantFrom('5', '33.3333').map(discount),
    fc
      .constantFrom('0.01', '12.34')
      .map((amount): DocumentAllowance => ({ ...discount(null), kind: 'charge', amount })),
  ),
  { maxLength: 2 },
)

describe('the mutation of an invoice', () => {
  test('has one line for each VAT code, on 8000, and 1300 against it', () => {
    const { planned } = plan(
      [line('high', '100.00'), line('low', '10.00', '2.5'), line('high', '0.50'), line('zero', '7.00')],
      false,
    )
    if (!planned.ok) throw new Error(planned.cause)
    expect(planned.mutation).toMatchObject({
      date: '2026-11-22',
      debtorsAccount: '1300',
      relationCode: 'S1',
      invoiceNumber: '2026-0001',
      reference: 'STELLA-1',
      description: 'Factuur 2026-0001, Café De Zwaan: Broodjes',
      paymentTermDays: 14,
      amountsIncludeVat: false,
    })
    expect(planned.mutation.lines).toEqual([
      {
        revenueAccount: '8000',
        vatCode: 'HOOG_VERK_21',
        vatPercentage: '21',
        net: '100.50',
        vat: '21.11',
        gross: '121.61',
      },
      {
        revenueAccount: '8000',
        vatCode: 'LAAG_VERK_9',
        vatPercentage: '9',
        net: '25.00',
        vat: '2.25',
        gross: '27.25',
      },
      {
        revenueAccount: '8000',
        vatCode: 'GEEN',
        vatPercentage: '0',
        net: '7.00',
        vat: '0.00',
        gross: '7.00',
      },
    ])
  })

  test('keeps a price of € 10.00 with VAT, although no net amount reaches it', () => {
    const { planned } = plan([line('high', '10.00')], true)
    if (!planned.ok) throw new Error(planned.cause)
    expect(planned.mutation.lines).toEqual([
      {
        revenueAccount: '8000',
        vatCode: 'HOOG_VERK_21',
        vatPercentage: '21',
        net: '8.27',
        vat: '1.74',
        gross: '10.01',
      },
      {
        revenueAccount: '8000',
        vatCode: 'GEEN',
        vatPercentage: '0',
        net: '-0.01',
        vat: '0.00',
        gross: '-0.01',
      },
    ])
  })

  test('books what is left after discounts, under each VAT code', () => {
    const lines = [
      line('reverse_charge', '60.00', '16'),
      { ...line('high', '248.00', '3'), allowances: [discount('10')] },
      line('high', '195.00'),
    ]
    const { planned } = plan(lines, false, [discount('5')])
    if (!planned.ok) throw new Error(planned.cause)
    expect(planned.mutation.lines.map(({ vatCode, net, vat }) => [vatCode, net, vat])).toEqual([
      ['HOOG_VERK_21', '821.37', '172.49'],
      ['VERL_VERK', '912.00', '0.00'],
    ])
  })

  test('books what is taxed at nothing, what is exempt, and a rounding on lines of their own, by their box', () => {
    const lines = [
      line('zero', '10.00'),
      line('exempt', '20.00'),
      line('small_business_scheme', '5.00'),
      line('high', '10.00'),
    ]
    const { planned } = plan(lines, true)
    if (!planned.ok) throw new Error(planned.cause)
    expect(
      planned.mutation.lines.map(({ vatCode, net }, at) => [vatCode, net, planned.treatments[at]]),
    ).toEqual([
      ['HOOG_VERK_21', '8.27', ['high']],
      ['GEEN', '-0.01', []],
      ['GEEN', '10.00', ['zero']],
      ['GEEN', '25.00', ['exempt', 'small_business_scheme']],
    ])
  })

  test('books a charge under a VAT that no line has', () => {
    const charge = {
      ...discount(null),
      kind: 'charge',
      amount: '7.50',
      vatTreatment: 'high',
      vatRate: '21',
    } as const
    const { planned } = plan([line('low', '20.00')], false, [charge])
    if (!planned.ok) throw new Error(planned.cause)
    expect(planned.mutation.lines.map(({ vatCode, net, vat }) => [vatCode, net, vat])).toEqual([
      ['HOOG_VERK_21', '7.50', '1.58'],
      ['LAAG_VERK_9', '20.00', '1.80'],
    ])
  })

  test('refuses a treatment without a VAT code, and an invoice without an amount', () => {
    const foreign = { ...line('distance_sale', '10.00'), vatRate: '19' }
    expect(plan([foreign], false).planned).toMatchObject({ ok: false, cause: 'vat_treatment_unknown' })
    const nothing = [line('high', '10.00'), line('high', '-10.00')]
    expect(plan(nothing, false).planned).toMatchObject({ ok: false, cause: 'invoice_without_amount' })
  })

  test('adds up to the invoice in every column, and every line passes the check of VAT over net', () => {
    const lines = fc.array(
      fc.record({
        vatTreatment: fc.constantFrom('high', 'low', 'zero', 'exempt', 'reverse_charge', 'eu_services'),
        cents: fc.integer({ min: -50_000, max: 900_000 }),
        quantity: fc.constantFrom('1', '2.5', '0.3333', '-1', '12'),
      }),
      { minLength: 1, maxLength: 12 },
    )
    fc.assert(
      fc.property(lines, fc.boolean(), onWhole, (drawn, pricesIncludeVat, allowances) => {
        const made = drawn.map((it, index) => ({
          ...line(it.vatTreatment as 'high', (it.cents / 100).toFixed(2), it.quantity),
          allowances: index % 3 === 1 ? [discount('12.5')] : [],
        }))
        const { planned, totals } = plan(made, pricesIncludeVat, allowances)
        if (!planned.ok) return planned.cause === 'invoice_without_amount'
        const booked = planned.mutation.lines
        expect(sumOf(booked.map((it) => it.net))).toBe(formatAmount(totals.net))
        expect(sumOf(booked.map((it) => it.vat))).toBe(formatAmount(totals.vat))
        expect(sumOf(booked.map((it) => it.gross))).toBe(formatAmount(totals.gross))
        for (const it of booked) {
          expect(sumOf([it.net, it.vat])).toBe(it.gross)
          const exact = parseAmount(it.net) * BigInt(it.vatPercentage)
          expect(Math.abs(Number(parseAmount(it.vat) * 100n - exact))).toBeLessThanOrEqual(50)
        }
        return true
      }),
      { numRuns: 500 },
    )
  })
})
