import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type DocumentAllowance, signed } from '../allowances/allowance.ts'
import { cents, sumOf } from '../money/cents.ts'
import { parseQuantity } from '../quantities/quantity.ts'
import { parseUnitPrice } from '../quantities/unit-price.ts'
import { computeTotals } from '../vat/compute-totals.ts'
import { taxableOf, vatOverNet } from '../vat/vat-of-group.ts'
import { creditContent } from './credit.ts'
import type { InvoiceLine } from './invoice.ts'
import { leftToCredit } from './left-to-credit.ts'

const line = (quantity: string, unitPrice: string, vatTreatment: InvoiceLine['vatTreatment'] = 'high') => ({
  description: 'Werk',
  quantity: parseQuantity(quantity),
  unitPrice: parseUnitPrice(unitPrice),
  vatTreatment,
  vatRate: { high: '21', low: '9', other_rate: '5.5' }[vatTreatment as string] ?? '0',
})

const invoiceOf = (
  lines: InvoiceLine[],
  pricesIncludeVat = false,
  allowances: readonly DocumentAllowance[] = [],
) => ({
  lines,
  pricesIncludeVat,
  allowances,
  totals: computeTotals(lines, pricesIncludeVat, allowances),
})

const taken = (figures: Partial<DocumentAllowance>): DocumentAllowance => ({
  kind: 'allowance',
  reason: null,
  percentage: null,
  amount: null,
  vatTreatment: null,
  vatRate: null,
  ...figures,
})

const treatments = ['high', 'low', 'zero', 'other_rate', 'reverse_charge', 'eu_goods', 'exempt'] as const

const anyTaken = fc.oneof(
  fc.constantFrom('1', '12.5', '33.3333').map((percentage) => taken({ percentage })),
  fc.constantFrom('0.01', '7.50').map((amount) => taken({ amount })),
  fc.constantFrom('0.05', '25.00').map((amount) => taken({ kind: 'charge', amount })),
  fc
    .constantFrom('9.95')
    .map((amount) => taken({ kind: 'charge', amount, vatTreatment: 'high', vatRate: '21' })),
)

/** Whether no more is taken off than there is, as a draft is held to. */
const isSound = ({ lines, totals }: ReturnType<typeof invoiceOf>) =>
  totals.lines.every(({ amount }, at) => amount > 0n || lines[at]?.allowances?.length === 0) &&
  totals.net > 0n

const codes = (checked: ReturnType<typeof creditContent>) =>
  checked.ok ? [] : checked.problems.map(({ path, code }) => [path, code])

describe('a credit note', () => {
  test('for the whole is the exact negative, line by line', () => {
    const invoice = invoiceOf([line('3', '10.33'), line('1', '9.99', 'low'), line('-1', '2.50')], true)
    const checked = creditContent(invoice, new Map(), null)
    if (!checked.ok) throw new Error('It can be credited.')
    const { lines, totals } = checked.value
    expect(lines.map(({ quantity, creditsPosition }) => [quantity, creditsPosition])).toEqual([
      ['-3', 0],
      ['-1', 1],
      ['1', 2],
    ])
    expect([totals.net, totals.vat, totals.gross]).toEqual(
      [invoice.totals.net, invoice.totals.vat, invoice.totals.gross].map((it) => -it),
    )
    expect(totals.lines).toEqual(
      invoice.totals.lines.map(({ amount, net }) => ({ amount: cents(-amount), net: cents(-net) })),
    )
  })

  test('for the last part bears the cent that rounding left', () => {
    // 21 % of 103.30 is 21.69; of 30.99 it is 6.51 and of 72.31 it is 15.19, a cent too many together.
    const invoice = invoiceOf([line('10', '10.33')])
    const first = creditContent(invoice, new Map(), [{ position: 0, quantity: '3' }])
    const rest = creditContent(invoice, new Map([[0, '3']]), null)
    expect(first.ok && first.value.totals).toMatchObject({ net: -3099n, vat: -651n })
    expect(rest.ok && rest.value.totals).toMatchObject({ net: -7231n, vat: -1518n })
  })

  test('of a whole rate takes back its cent at once, and the rest of the invoice has none of it', () => {
    const invoice = invoiceOf([line('1', '10.00'), line('1', '10.90', 'low')], true)
    const high = creditContent(invoice, new Map(), [{ position: 0, quantity: '1' }])
    const low = creditContent(invoice, new Map([[0, '1']]), null)
    const stated = [high, low].map((it) =>
      it.ok ? it.value.totals.vatGroups.map((group) => [group.treatment, taxableOf(group), group.vat]) : [],
    )
    expect(stated).toEqual([[['high', -827n, -174n]], [['low', -1_000n, -90n]]])
  })

  test('takes back the charge on a line of no quantity with the last part', () => {
    const charged = { ...line('0', '10.00'), allowances: [taken({ kind: 'charge', amount: '5.40' })] }
    const invoice = invoiceOf([line('2', '10.00'), charged])
    const half = creditContent(invoice, new Map(), [{ position: 0, quantity: '1' }])
    const rest = creditContent(invoice, new Map([[0, '1']]), null)
    expect(half.ok && half.value.totals).toMatchObject({ net: -1_000n, lines: [{ net: -1_000n }] })
    expect(rest.ok && rest.value.totals).toMatchObject({
      net: -1_540n,
      lines: [{ net: -1_000n }, { net: -540n }],
    })
  })

  test.each([
    ['on its line', [taken({ kind: 'charge', amount: '5.40' })], []],
    ['on the whole', [], [taken({ kind: 'charge', amount: '5.40', vatTreatment: 'high', vatRate: '21' })]],
  ])('takes back at once what an invoice of no quantity charges %s, and once', (_, allowances, onWhole) => {
    const call = { ...line('0', '10.00'), allowances }
    const invoice = invoiceOf([call, { ...call, kind: 'text' }], false, onWhole)
    for (const wanted of [null, [], [{ position: 0, quantity: '0' }]]) {
      const checked = creditContent(invoice, new Map(), wanted)
      if (!checked.ok) throw new Error('It can be credited.')
      const { lines, totals } = checked.value
      expect(totals).toMatchObject({ net: -540n, vat: -113n, gross: -653n })
      expect(lines.map(({ creditsPosition, quantity }) => [creditsPosition, quantity])).toEqual([[0, '0']])
    }
    expect(codes(creditContent(invoice, new Map([[0, '0']]), null))).toEqual([['lines', 'nothing_to_credit']])
  })

  test('for a twelfth at a time is 21 % of each twelfth, and one cent more once', () => {
    const invoice = invoiceOf([line('12', '5.05')])
    const parts = Array.from({ length: 12 }, (_, taken) => {
      const before = new Map([[0, String(taken)]])
      const checked = creditContent(invoice, before, [{ position: 0, quantity: '1' }])
      if (!checked.ok) throw new Error('It can be credited.')
      return checked.value.totals
    })
    expect(parts.map(({ vat }) => vat)).toEqual(parts.map((_, at) => (at === 9 ? -107n : -106n)))
    for (const { vatGroups } of parts) expect(vatGroups.map(taxableOf)).toEqual([-505n])
    expect(sumOf(parts.map(({ vat }) => vat))).toBe(-1_273n)
  })

  test('of prices with VAT has no cent beside it but in the last, which mirrors that of the invoice', () => {
    const invoice = invoiceOf([line('2', '5.00')], true)
    const parts = ['0', '1'].map((taken) => {
      const checked = creditContent(invoice, new Map([[0, taken]]), [{ position: 0, quantity: '1' }])
      if (!checked.ok) throw new Error('It can be credited.')
      return checked.value.totals.vatGroups.map((group) => [taxableOf(group), group.vat, group.gross])
    })
    // 10.00 is stated as 8.27 + 1.74 − 0.01.
    expect(invoice.totals.vatGroups.map((group) => [taxableOf(group), group.vat])).toEqual([[827n, 174n]])
    expect(parts).toEqual([[[-413n, -87n, -500n]], [[-414n, -87n, -500n]]])
  })

  test.each([
    ['more than the line', [{ position: 0, quantity: '3.0001' }], 'lines.0.quantity', 'credit_too_much'],
    ['the other way round', [{ position: 0, quantity: '-1' }], 'lines.0.quantity', 'credit_too_much'],
    [
      'the line twice',
      [
        { position: 0, quantity: '2' },
        { position: 0, quantity: '2' },
      ],
      'lines.1.quantity',
      'credit_too_much',
    ],
    ['a line that is not there', [{ position: 7, quantity: '1' }], 'lines.0.position', 'choice_unknown'],
    ['a word', [{ position: 0, quantity: 'alles' }], 'lines.0.quantity', 'quantity_invalid'],
    ['nothing', [{ position: 0, quantity: '0' }], 'lines', 'nothing_to_credit'],
    ['only the discount', [{ position: 1, quantity: '-1' }], 'lines', 'credit_too_much'],
    ['all but the discount', [{ position: 0, quantity: '3' }], 'lines', 'credit_too_much'],
  ])('takes back no %s', (_what, wanted, path, code) => {
    const invoice = invoiceOf([line('3', '10.00'), line('-1', '5.00')])
    expect(codes(creditContent(invoice, new Map(), wanted))).toEqual([[path, code]])
  })

  test('of what was credited in whole is refused', () => {
    const invoice = invoiceOf([line('3', '10.00')])
    expect(leftToCredit(invoice, new Map([[0, '1']]))).toEqual(['2'])
    expect(codes(creditContent(invoice, new Map([[0, '3']]), null))).toEqual([['lines', 'nothing_to_credit']])
  })

  test('of what was discounted takes back the discount in its part, and the cent that is left with the last', () => {
    const invoice = invoiceOf(
      [{ ...line('3', '10.00'), allowances: [taken({ amount: '1.00', reason: 'vaste klant' })] }],
      false,
      [taken({ percentage: '10' }), taken({ kind: 'charge', amount: '5.00' })],
    )
    const before = new Map<number, string>()
    const parts = ['1', '1', '1'].map((quantity) => {
      const checked = creditContent(invoice, before, [{ position: 0, quantity }])
      if (!checked.ok) throw new Error('It can be credited.')
      before.set(0, String(before.size === 0 ? 1 : Number(before.get(0)) + 1))
      return checked.value
    })
    // A third of 1.00 on the line; of 29.00 the tenth is 2.90, and 5.00 goes by thirds as well.
    expect(
      parts.map(({ lines, totals }) => [lines[0]?.allowances?.[0]?.amount, totals.lines[0]?.amount]),
    ).toEqual([
      ['0.33', -967n],
      ['0.34', -966n],
      ['0.33', -967n],
    ])
    expect(parts[0]?.lines[0]?.allowances).toMatchObject([{ amount: '0.33', reason: 'vaste klant' }])
    expect(parts.map(({ totals }) => totals.lines[0]?.allowances)).toEqual(
      [33n, 34n, 33n].map((amount) => [{ base: -1_000n, amount: -amount }]),
    )
    expect(parts.map(({ totals }) => totals.allowances?.map(([part]) => part?.amount))).toEqual([
      [-97n, -167n],
      [-96n, -166n],
      [-97n, -167n],
    ])
    expect(
      parts.map(({ allowances }) => allowances.map(({ percentage, amount }) => percentage ?? amount)),
    ).toEqual([
      ['10', '1.67'],
      ['10', '1.66'],
      ['10', '1.67'],
    ])
    expect(parts.map(({ totals }) => totals.net)).toEqual([-1_037n, -1_036n, -1_037n])
    expect(sumOf(parts.map(({ totals }) => totals.gross))).toBe(-invoice.totals.gross)
  })

  test('in parts, however they are cut, adds up to the exact negative in every rate, and each part can be booked', () => {
    const anyLine = fc
      .record({
        quantity: fc.integer({ min: 1, max: 30_000 }),
        price: fc.integer({ min: 1, max: 99_999 }),
        treatment: fc.constantFrom(...treatments),
        allowances: fc.array(anyTaken, { maxLength: 2 }),
      })
      .map(({ quantity, price, treatment, allowances }) => ({
        ...line(String(quantity / 100), (price / 100).toFixed(2), treatment),
        allowances,
      }))
    const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 5 })
    const few = fc.array(anyLine, { minLength: 1, maxLength: 4 })
    const hundreds = fc.array(anyLine, { minLength: 100, maxLength: 300, size: 'max' })
    fc.assert(
      fc.property(
        fc.oneof({ weight: 99, arbitrary: few }, { weight: 1, arbitrary: hundreds }),
        fc.boolean(),
        shares,
        fc.array(anyTaken, { maxLength: 2 }),
        (lines, incl, cuts, allowances) => {
          const invoice = invoiceOf(lines, incl, allowances)
          fc.pre(isSound(invoice))
          const before = new Map<number, string>()
          const parts = []
          for (const cut of [...cuts, null]) {
            const left = leftToCredit(invoice, before)
            const wanted =
              cut === null
                ? null
                : left.map((quantity, position) => ({
                    position,
                    quantity: (Number(quantity) * cut).toFixed(2),
                  }))
            const checked = creditContent(invoice, before, wanted)
            if (!checked.ok) continue
            parts.push(checked.value)
            for (const { creditsPosition: at, quantity } of checked.value.lines)
              before.set(at, (Number(before.get(at) ?? 0) - Number(quantity)).toFixed(4))
          }
          const groups = parts.flatMap(({ totals }) => totals.vatGroups)
          for (const group of invoice.totals.vatGroups) {
            const own = groups.filter(
              ({ treatment, rate }) => treatment === group.treatment && rate === group.rate,
            )
            for (const key of ['net', 'vat', 'gross'] as const)
              expect(sumOf(own.map((part) => part[key]))).toBe(-group[key])
            expect(sumOf(own.map(taxableOf))).toBe(-taxableOf(group))
          }
          for (const { totals, allowances } of parts) {
            const onWhole = (totals.allowances ?? []).flatMap((own, at) =>
              own.map(({ net }) => signed(allowances[at]?.kind ?? 'allowance', net)),
            )
            expect(sumOf([...totals.lines.map(({ net }) => net), ...onWhole])).toBe(totals.net)
            expect(totals.net + totals.vat).toBe(totals.gross)
            for (const group of totals.vatGroups) {
              const beside = group.vat - vatOverNet(taxableOf(group), group.rate)
              const most = group.taxable === undefined ? 0n : 1n
              expect(beside >= -most && beside <= most).toBe(true)
              if (!incl) expect(taxableOf(group)).toBe(group.net)
            }
          }
        },
      ),
      { numRuns: 3_000 },
    )
  })
})
