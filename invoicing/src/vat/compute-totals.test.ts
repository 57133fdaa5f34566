import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Cents, cents, formatAmount, negate, sumOf } from '../money/cents.ts'
import { computeTotals, type TaxableLine, totalsOfAmounts } from './compute-totals.ts'
import { offeredVatTreatments, rateInHundredths, vatTreatmentCodes, vatTreatments } from './treatments.ts'
import { amountsFromGross, exactVatBase, netParts, shareVat, vatOverNet } from './vat-of-group.ts'

const decimal = (bound: number) =>
  fc.integer({ min: -bound, max: bound }).map((units) => {
    const sign = units < 0 ? '-' : ''
    const digits = String(Math.abs(units)).padStart(5, '0')
    return `${sign}${digits.slice(0, -4)}.${digits.slice(-4)}`
  })
const line: fc.Arbitrary<TaxableLine> = fc.record({
  quantity: decimal(10_000_000),
  unitPrice: decimal(10_000_000),
  vatTreatment: fc.constantFrom(...offeredVatTreatments),
  vatRate: fc.constantFrom('21', '9', '0', '13.5'),
})
const lines = fc.array(line, { minLength: 1, maxLength: 12 })
const rates = fc.constantFrom('21', '9', '0', '6', '5.5', '27', '49.99')

describe('computeTotals', () => {
  test('reckons VAT once per rate over the sum of the lines', () => {
    const totals = computeTotals(
      [
        { quantity: '1', unitPrice: '4500.00', vatTreatment: 'high', vatRate: '21' },
        { quantity: '2', unitPrice: '385.00', vatTreatment: 'high', vatRate: '21' },
        { quantity: '20.5', unitPrice: '60.00', vatTreatment: 'high', vatRate: '21' },
        { quantity: '12', unitPrice: '52.50', vatTreatment: 'low', vatRate: '9' },
      ],
      false,
    )
    expect(totals.lines.map((it) => formatAmount(it.amount))).toEqual([
      '4500.00',
      '770.00',
      '1230.00',
      '630.00',
    ])
    expect(totals.vatGroups).toEqual([
      { treatment: 'high', rate: '21', net: 650_000n, vat: 136_500n, gross: 786_500n },
      { treatment: 'low', rate: '9', net: 63_000n, vat: 5_670n, gross: 68_670n },
    ])
    expect([totals.net, totals.vat, totals.gross].map((it) => formatAmount(it))).toEqual([
      '7130.00',
      '1421.70',
      '8551.70',
    ])
  })

  test('of nothing is zero', () => {
    expect(computeTotals([], false)).toEqual({ lines: [], vatGroups: [], net: 0n, vat: 0n, gross: 0n })
  })

  test('net and VAT add up, in every group and in all, and the VAT is the rate over the group', () => {
    fc.assert(
      fc.property(lines, (input) => {
        const totals = computeTotals(input, false)
        expect(sumOf(totals.lines.map((it) => it.net))).toBe(totals.net)
        expect(totals.net + totals.vat).toBe(totals.gross)
        for (const group of totals.vatGroups) {
          expect(group.net + group.vat).toBe(group.gross)
          const error = group.vat * 10_000n - group.net * rateInHundredths(group.rate)
          expect(2n * error <= 10_000n && 2n * error >= -10_000n).toBe(true)
        }
      }),
    )
  })

  test('with prices that include VAT the sum of the prices is kept to the cent', () => {
    fc.assert(
      fc.property(lines, (input) => {
        const totals = computeTotals(input, true)
        expect(totals.gross).toBe(sumOf(totals.lines.map((it) => it.amount)))
        expect(totals.net + totals.vat).toBe(totals.gross)
        expect(sumOf(totals.lines.map((it) => it.net))).toBe(totals.net)
        for (const group of totals.vatGroups) expect(group.net + group.vat).toBe(group.gross)
      }),
    )
  })

  test('a credit note is the exact negative of its invoice', () => {
    fc.assert(
      fc.property(lines, fc.boolean(), (input, pricesIncludeVat) => {
        const credit = input.map((it) => ({ ...it, quantity: mirrored(it.quantity) }))
        const totals = computeTotals(input, pricesIncludeVat)
        const mirror = computeTotals(credit, pricesIncludeVat)
        expect(mirror.gross).toBe(negate(totals.gross))
        expect(mirror.vatGroups.map((it) => it.vat)).toEqual(totals.vatGroups.map((it) => negate(it.vat)))
        expect(mirror.lines).toEqual(
          totals.lines.map((it) => ({ amount: negate(it.amount), net: negate(it.net) })),
        )
      }),
    )
  })

  test('the order of the lines changes nothing but the order of the lines', () => {
    fc.assert(
      fc.property(lines, fc.boolean(), (input, pricesIncludeVat) => {
        const totals = computeTotals(input, pricesIncludeVat)
        const reversed = computeTotals(input.toReversed(), pricesIncludeVat)
        expect(reversed.vatGroups).toEqual(totals.vatGroups)
        expect(reversed.lines.map((it) => it.amount)).toEqual(
          totals.lines.toReversed().map((it) => it.amount),
        )
      }),
    )
  })

  test('the rate is that of the line, whatever its treatment, and below a half', () => {
    const open = { quantity: '1', unitPrice: '100', vatTreatment: 'distance_sale' } as const
    expect(computeTotals([{ ...open, vatRate: '19' }], false).vat).toBe(1_900n)
    expect(() => computeTotals([{ ...open, vatRate: '50' }], false)).toThrow(RangeError)
    expect(() => computeTotals([{ ...open, vatRate: '-1' }], false)).toThrow(RangeError)
  })
})

describe('prices that include VAT', () => {
  test('€ 10.00 at 21 % is 8.26 and 1.74, and 1.74 is exactly the VAT over 8.27', () => {
    const amounts = amountsFromGross(cents(1_000n), '21')
    expect(amounts).toEqual({ net: 826n, vat: 174n, gross: 1_000n })
    expect(exactVatBase(amounts, '21')).toBe(827n)
  })

  test('every price up to € 1,000 at 21 and 9 % has the lawful VAT and an exact base within a cent', () => {
    let besideTheNet = 0
    for (const [rate, per] of [
      ['21', 121n],
      ['9', 109n],
    ] as const) {
      for (let gross = -100_000n; gross <= 100_000n; gross++) {
        const amounts = amountsFromGross(cents(gross), rate)
        const error = 2n * (amounts.vat * per - gross * BigInt(rate))
        const base = exactVatBase(amounts, rate)
        if (error > per || error < -per || vatOverNet(base, rate) !== amounts.vat)
          expect.fail(`${gross} at ${rate}`)
        if (base !== amounts.net) besideTheNet++
      }
    }
    // 21 of 121 and 9 of 109 prices are reached by no net amount.
    expect(besideTheNet / 400_002).toBeCloseTo((21 / 121 + 9 / 109) / 2, 3)
  })

  test('an exact base and parts of it exist at any rate', () => {
    const parts = fc.array(fc.bigInt({ min: -(10n ** 8n), max: 10n ** 8n }).map(cents), {
      minLength: 1,
      maxLength: 8,
    })
    fc.assert(
      fc.property(parts, rates, (amounts, rate) => {
        const group = amountsFromGross(sumOf(amounts), rate)
        const base = exactVatBase(group, rate)
        expect(base - group.net <= 1n && base - group.net >= -1n).toBe(true)
        expect(sumOf(netParts(amounts, rate, base))).toBe(base)
      }),
    )
  })
})

describe('shareVat', () => {
  test('the shares add up to the VAT of the group, each within a cent of its own', () => {
    const nets = fc.array(fc.bigInt({ min: -(10n ** 8n), max: 10n ** 8n }).map(cents), {
      minLength: 1,
      maxLength: 10,
    })
    fc.assert(
      fc.property(nets, rates, fc.boolean(), (parts, rate, pricesIncludeVat) => {
        const entries = parts.map((amount) => ({ amount, treatment: 'other_rate' as const, rate }))
        const totals = totalsOfAmounts(entries, pricesIncludeVat)
        const lineNets = totals.lines.map((it) => it.net)
        const shares = shareVat(lineNets, rate, totals.vat)
        expect(sumOf(shares)).toBe(totals.vat)
        for (const [index, net] of lineNets.entries()) {
          const error = (shares[index] ?? 0n) * 10_000n - net * rateInHundredths(rate)
          expect(error < 10_000n && error > -10_000n).toBe(true)
        }
      }),
    )
  })

  test('lines that cancel each other out keep their own VAT', () => {
    const shares: Cents[] = shareVat([cents(10_000n), cents(-10_000n)], '21', cents(0n))
    expect(shares).toEqual([2_100n, -2_100n])
  })
})

describe('the table of treatments', () => {
  test('charges VAT in category S alone, and every rate in it is one', () => {
    for (const code of vatTreatmentCodes) {
      const { rate, category } = vatTreatments[code]
      if (rate !== null) expect(rateInHundredths(rate) > 0n).toBe(category === 'S')
    }
  })
})

function mirrored(text: string): string {
  return text.startsWith('-') ? text.slice(1) : `-${text}`
}
