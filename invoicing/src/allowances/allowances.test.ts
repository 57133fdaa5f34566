import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { creditContent } from '../invoices/credit.ts'
import type { InvoiceLine } from '../invoices/invoice.ts'
import { cents, formatAmount, sumOf } from '../money/cents.ts'
import { sumOfLines, totalsOf } from '../vat/compute-totals.ts'
import { exactVatBase } from '../vat/vat-of-group.ts'
import type { Allowance, DocumentAllowance } from './allowance.ts'

const line = (quantity: string, unitPrice: string, vatRate = '21', allowances: Allowance[] = []) => ({
  quantity,
  unitPrice,
  vatTreatment: 'other_rate' as const,
  vatRate,
  allowances,
})
const entered = (kind: Allowance['kind'], figures: Partial<DocumentAllowance>): DocumentAllowance => ({
  kind,
  reason: null,
  percentage: null,
  amount: null,
  vatTreatment: null,
  vatRate: null,
  ...figures,
})
const discount = (figures: Partial<DocumentAllowance>) => entered('allowance', figures)
const charge = (figures: Partial<DocumentAllowance>) => entered('charge', figures)

describe('a discount', () => {
  test('on a line and one on everything: € 1.905,86, of which 821,37 at 21% and 912,00 at 0%', () => {
    const totals = totalsOf({
      pricesIncludeVat: false,
      lines: [
        line('16', '60.00', '0'),
        line('3', '248.00', '21', [discount({ percentage: '10' })]),
        line('24', '6.25'),
        line('3', '15.00'),
      ],
      allowances: [discount({ percentage: '5' })],
    })
    expect(totals.lines.map(({ amount }) => formatAmount(amount))).toEqual([
      '960.00',
      '669.60',
      '150.00',
      '45.00',
    ])
    expect(totals.lines[1]?.allowances).toEqual([{ base: 74_400n, amount: 7_440n }])
    expect(formatAmount(sumOfLines(totals))).toBe('1824.60')
    expect(totals.allowances?.[0]?.map(({ rate, base, amount }) => [rate, base, amount])).toEqual([
      ['21', 86_460n, 4_323n],
      ['0', 96_000n, 4_800n],
    ])
    expect(totals.vatGroups.map(({ net, vat }) => [net, vat])).toEqual([
      [82_137n, 17_249n],
      [91_200n, 0n],
    ])
    expect(formatAmount(totals.gross)).toBe('1905.86')
  })

  test.each([
    // Each third of 10.00 is 3.33; the cent that is left goes to the first.
    [discount({ amount: '10.00' }), [334n, 333n, 333n]],
    // 3 × 3.3333 is 9.9999, so 10.00 together and not 9.99.
    [discount({ percentage: '33.333' }), [334n, 333n, 333n]],
    [charge({ amount: '0.02' }), [1n, 1n]],
  ])('is spread over the rates to the cent: %j', (allowance, shares) => {
    const lines = ['21', '9', '5'].map((rate) => line('1', '10.00', rate))
    const totals = totalsOf({ lines, pricesIncludeVat: false, allowances: [allowance] })
    expect(totals.allowances?.[0]?.map(({ amount }) => amount)).toEqual(shares)
  })

  test('of an amount is not borne by a rate that is taken back', () => {
    const lines = [line('1', '100.00', '21'), line('-1', '40.00', '9')]
    const allowances = [discount({ amount: '60.00' })]
    const totals = totalsOf({ lines, pricesIncludeVat: false, allowances })
    expect(totals.allowances?.[0]).toMatchObject([{ rate: '21', amount: 6_000n }])
  })

  test('that names its VAT falls there, also where no line is', () => {
    const allowances = [charge({ amount: '7.50', vatTreatment: 'other_rate', vatRate: '21' })]
    const totals = totalsOf({ lines: [line('1', '20.00', '9')], pricesIncludeVat: false, allowances })
    expect(totals.vatGroups.map(({ rate, net, vat }) => [rate, net, vat])).toEqual([
      ['21', 750n, 158n],
      ['9', 2_000n, 180n],
    ])
  })

  test('on a return takes off less is given back', () => {
    const lines = [line('-2', '50.00', '21', [discount({ amount: '15.00' })])]
    const allowances = [discount({ amount: '5.00' })]
    const totals = totalsOf({ lines, pricesIncludeVat: false, allowances })
    expect([totals.lines[0]?.amount, totals.net]).toEqual([-8_500n, -8_000n])
  })
})

describe('what other programs were found wrong in', () => {
  const less = (percentage: string) => [discount({ percentage })]
  test.each([
    [
      'all of 2.25 × 64.22 is nothing, not a cent less',
      [line('2.25', '64.22', '21', less('100'))],
      false,
      ['0.00', '0.00'],
    ],
    [
      'two lines of 55.55 and 11.11 at 23%',
      [line('1', '55.55', '23'), line('1', '11.11', '23')],
      false,
      ['15.33', '81.99'],
    ],
    ['16 × 348.35 less 4% at 22%', [line('16', '348.35', '22', less('4'))], false, ['1177.15', '6527.81']],
    [
      'four lines at 24%, two of them less 3%',
      [
        line('41', '15.30', '24'),
        line('13', '5.36', '24', less('3')),
        line('14', '13.03', '24', less('3')),
        line('1', '12.34', '24'),
      ],
      false,
      ['212.20', '1096.38'],
    ],
    [
      'prices with VAT stay what they were',
      [line('2', '1.96', '13'), line('2', '0.04', '24')],
      true,
      ['0.47', '4.00'],
    ],
  ] as const)('%s', (_what, lines, pricesIncludeVat, [vat, gross]) => {
    const totals = totalsOf({ lines, pricesIncludeVat })
    expect([formatAmount(totals.vat), formatAmount(totals.gross)]).toEqual([vat, gross])
  })

  test('a discount of 6,000 on 8,000 is credited with nine of ten, and the rest with the tenth', () => {
    const lines = [{ ...line('10', '800.00'), description: 'Paal' }] as unknown as InvoiceLine[]
    const content = { lines, pricesIncludeVat: false, allowances: [discount({ amount: '6000.00' })] }
    const invoice = { ...content, totals: totalsOf(content) }
    const nine = creditContent(invoice, new Map(), [{ position: 0, quantity: '9' }])
    const tenth = creditContent(invoice, new Map([[0, '9']]), null)
    expect(nine.ok && nine.value).toMatchObject({
      allowances: [{ amount: '5400.00' }],
      totals: { net: -180_000n },
    })
    expect(tenth.ok && tenth.value).toMatchObject({
      allowances: [{ amount: '600.00' }],
      totals: { net: -20_000n },
    })
  })
})

const anyPercentage = fc.integer({ min: 1, max: 1_000_000 }).map((it) => (it / 10_000).toFixed(4))
const anyAmount = fc.integer({ min: 1, max: 5_000 }).map((it) => (it / 100).toFixed(2))
const anyEntered = fc
  .tuple(fc.constantFrom('allowance' as const, 'charge' as const), fc.boolean(), anyPercentage, anyAmount)
  .map(([kind, isPercentage, percentage, amount]) =>
    entered(kind, isPercentage ? { percentage } : { amount }),
  )
const anyLine = fc
  .record({
    quantity: fc.integer({ min: -500, max: 9_999 }),
    price: fc.integer({ min: 0, max: 99_999 }),
    rate: fc.constantFrom('21', '9', '0'),
    allowances: fc.array(anyEntered, { maxLength: 2 }),
  })
  .map(({ quantity, price, rate, allowances }) =>
    line(String(quantity / 10), (price / 100).toFixed(2), rate, allowances),
  )
const anyInvoice = fc.record({
  lines: fc.array(anyLine, { minLength: 1, maxLength: 6 }),
  allowances: fc.array(anyEntered, { maxLength: 3 }),
  pricesIncludeVat: fc.boolean(),
})

test('lines, discounts and charges add up to what is taxed, and every share to its whole, whatever is on an invoice', () => {
  fc.assert(
    fc.property(anyInvoice, (invoice) => {
      const totals = totalsOf(invoice)
      const spread = totals.allowances ?? []
      const signed = spread.map((parts, index) => {
        const sign = invoice.allowances[index]?.kind === 'charge' ? 1n : -1n
        return {
          net: sign * sumOf(parts.map(({ net }) => net)),
          amount: sign * sumOf(parts.map((it) => it.amount)),
        }
      })
      const nets = [...totals.lines, ...signed].map(({ net }) => cents(net))
      expect(sumOf(nets)).toBe(totals.net)
      const entries = [...totals.lines, ...signed].map(({ amount }) => cents(amount))
      expect(sumOf(entries)).toBe(invoice.pricesIncludeVat ? totals.gross : totals.net)
      expect(totals.net + totals.vat).toBe(totals.gross)
      for (const group of totals.vatGroups) exactVatBase(group, group.rate)
      const sum = sumOfLines(totals)
      for (const [index, { percentage }] of invoice.allowances.entries()) {
        if (percentage === null) continue
        // Half a cent at most beside the exact percentage of the whole.
        const size = signed[index]?.amount ?? 0n
        const exact = sum * BigInt(percentage.replace('.', ''))
        const beside = (size < 0n === exact < 0n ? size : -size) * 1_000_000n - exact
        expect(beside >= -500_000n && beside <= 500_000n).toBe(true)
      }
    }),
    { numRuns: 5_000 },
  )
})

test('the mirrored invoice is the exact negative', () => {
  fc.assert(
    fc.property(anyInvoice, ({ lines, ...rest }) => {
      const mirrored = lines.map((it) => ({ ...it, quantity: negated(it.quantity) }))
      const there = totalsOf({ lines, ...rest })
      const back = totalsOf({ lines: mirrored, ...rest })
      // A charge on nothing has no sign to follow.
      fc.pre(sumOfLines(there) !== 0n && there.lines.every(({ allowances }) => allowances?.[0]?.base !== 0n))
      expect([back.net, back.vat, back.gross]).toEqual([-there.net, -there.vat, -there.gross])
    }),
    { numRuns: 2_000 },
  )
})

function negated(decimal: string): string {
  return decimal.startsWith('-') ? decimal.slice(1) : `-${decimal}`
}
