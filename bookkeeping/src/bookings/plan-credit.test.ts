import {
  computeTotals,
  creditContent,
  divideHalfUp,
  formatAmount,
  leftToCredit,
  parseAmount,
  parsePlainDate,
  parseQuantity,
  parseUnitPrice,
  rateInHundredths,
  sumOf,
  type VatRate,
} from '@stella/invoicing'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type PlannableInvoice, planMutation } from './plan-mutation.ts'

const head = {
  invoiceDate: parsePlainDate('2026-11-22'),
  paymentTermDays: 0,
  description: '',
}

function planned(invoice: PlannableInvoice) {
  const plan = planMutation({
    invoice,
    accounts: { debtors: '1300', revenue: '8000' },
    customerName: 'Café De Zwaan',
    relationCode: 'S1',
    reference: 'STELLA-1',
  })
  if (!plan.ok) throw new Error(`${plan.cause} ${plan.detail}`)
  return plan.mutation
}

const anyLine = fc
  .record({
    quantity: fc.integer({ min: 1, max: 5_000 }),
    price: fc.integer({ min: 1, max: 99_999 }),
    vatTreatment: fc.constantFrom(
      'high' as const,
      'low' as const,
      'other_rate' as const,
      'eu_goods' as const,
    ),
  })
  .map(({ quantity, price, vatTreatment }) => ({
    description: 'Werk',
    quantity: parseQuantity(String(quantity / 100)),
    unitPrice: parseUnitPrice((price / 100).toFixed(2)),
    vatTreatment,
    vatRate: { high: '21', low: '9', other_rate: '5.5', eu_goods: '0' }[vatTreatment],
  }))

test('an invoice and its credits in parts come to nothing under every code, with exact VAT on every line', () => {
  fc.assert(
    fc.property(
      fc.array(anyLine, { minLength: 1, maxLength: 4 }),
      fc.boolean(),
      fc.double({ min: 0.1, max: 0.9, noNaN: true }),
      (lines, pricesIncludeVat, share) => {
        const totals = computeTotals(lines, pricesIncludeVat)
        const invoice = { ...head, number: '2026-0001', pricesIncludeVat, lines, totals }
        const part = leftToCredit(invoice, new Map()).map((quantity, position) => ({
          position,
          quantity: (Number(quantity) * share).toFixed(2),
        }))
        const first = creditContent(invoice, new Map(), part)
        fc.pre(first.ok)
        if (!first.ok) return
        const taken = new Map(part.map(({ position, quantity }) => [position, quantity]))
        const rest = creditContent(invoice, taken, null)
        fc.pre(rest.ok)
        if (!rest.ok) return
        const notes = [first.value, rest.value].map((content, place) => ({
          ...head,
          ...content,
          number: `2026-000${place + 2}`,
          pricesIncludeVat,
          credits: { number: '2026-0001' },
        }))
        const written = [invoice, ...notes]
          .filter(({ totals: { gross } }) => gross !== 0n)
          .flatMap((it) => planned(it).lines)
        for (const code of new Set(written.map(({ vatCode }) => vatCode))) {
          const own = written.filter(({ vatCode }) => vatCode === code)
          for (const key of ['net', 'vat', 'gross'] as const)
            expect(formatAmount(sumOf(own.map((line) => parseAmount(line[key]))))).toBe('0.00')
        }
        // Prices without VAT leave no cent for a line without VAT.
        if (!pricesIncludeVat) expect(written.map(({ vatCode }) => vatCode)).not.toContain('GEEN')
        // The service's own check, CMUT010.1: the rate over the net amount is the VAT, to the cent.
        for (const { net, vat, vatPercentage } of written) {
          const exact = divideHalfUp(parseAmount(net) * rateInHundredths(vatPercentage as VatRate), 10_000n)
          expect(parseAmount(vat)).toBe(exact)
        }
      },
    ),
    { numRuns: 2_000 },
  )
})

test('says in the books which invoice it credits', () => {
  const lines = [
    {
      description: 'Werk',
      quantity: parseQuantity('-1'),
      unitPrice: parseUnitPrice('100.00'),
      vatTreatment: 'high' as const,
      vatRate: '21',
    },
  ]
  const totals = computeTotals(lines, false)
  const note = {
    ...head,
    number: '2026-0002',
    pricesIncludeVat: false,
    lines,
    totals,
    credits: { number: '2026-0001' },
  }
  expect(planned(note)).toMatchObject({
    description: 'Creditfactuur 2026-0002 bij 2026-0001, Café De Zwaan',
    lines: [{ net: '-100.00', vat: '-21.00', gross: '-121.00' }],
  })
})
