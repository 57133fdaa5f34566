import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AllowanceInput } from '../allowances/read-allowances.ts'
import { parsePlainDate } from '../dates/plain-date.ts'
import { plainText } from '../texts/plain-text.ts'
import { computeTotals } from '../vat/compute-totals.ts'
import { statutoryRates } from '../vat/rates.ts'
import { vatTreatmentCodes } from '../vat/treatments.ts'
import { dueDate } from './due-date.ts'
import type { InvoiceLineInput } from './read-line.ts'
import { type DraftInput, validateDraft } from './validate-draft.ts'

const line: InvoiceLineInput = {
  description: 'Arbeid',
  quantity: '2.5',
  unitPrice: '60',
  vatTreatment: 'high',
}
const draft: DraftInput = {
  customerId: '5f0c7a52-1c1b-4a0e-9d3e-0d6f3c1a2b4c',
  seriesId: null,
  invoiceDate: '2026-11-22',
  paymentTermDays: 14,
  description: 'Termijn 2 van 3',
  pricesIncludeVat: false,
  lines: [line],
}

describe('validateDraft', () => {
  test('gives the draft in its clean form', () => {
    expect(validateDraft({ ...draft, description: '  Termijn 2 van 3 ' })).toEqual({
      ok: true,
      value: {
        ...draft,
        supply: null,
        buyerReference: null,
        orderNumber: null,
        projectNumber: null,
        closing: null,
        lines: [{ ...line, unit: null, unitPrice: '60.00', vatRate: '21', allowances: [] }],
        allowances: [],
      },
    })
  })

  test('a draft may be unfinished', () => {
    const lines = [{ description: '', quantity: '0', unitPrice: '0', vatTreatment: 'zero' }]
    expect(validateDraft({ ...draft, lines }).ok).toBe(true)
    const bare = validateDraft({ customerId: 'c', invoiceDate: '2026-11-22' })
    expect(bare.ok && bare.value).toMatchObject({
      lines: [],
      paymentTermDays: 30,
      description: '',
      pricesIncludeVat: false,
    })
  })

  const with10 = { percentage: '10', amount: null }
  test.each<[string, AllowanceInput, string]>([
    ['percentage', { percentage: '120' }, 'discount_too_large'],
    ['percentage', { percentage: '100.0001' }, 'discount_too_large'],
    ['percentage', { kind: 'charge', percentage: '1000.5' }, 'charge_too_large'],
    ['percentage', { percentage: '0' }, 'percentage_invalid'],
    ['percentage', { percentage: '-10' }, 'percentage_invalid'],
    ['percentage', { percentage: '10%' }, 'percentage_invalid'],
    ['percentage', { percentage: '1e2' }, 'percentage_invalid'],
    ['percentage', { percentage: '10.00001' }, 'percentage_invalid'],
    ['percentage', {}, 'required'],
    ['amount', { amount: '0' }, 'allowance_amount_invalid'],
    ['amount', { amount: '-5' }, 'allowance_amount_invalid'],
    ['amount', { amount: '5.005' }, 'allowance_amount_invalid'],
    ['amount', { amount: '10000000' }, 'amount_too_large'],
    ['amount', { amount: '150.01' }, 'discount_beyond_amount'],
    ['amount', { ...with10, amount: '5' }, 'allowance_twofold'],
    ['reason', { ...with10, reason: 'x'.repeat(101) }, 'too_long'],
    ['kind', { ...with10, kind: 'gift' }, 'choice_unknown'],
  ])('refuses of a discount of € 150, on a line and on the whole: %s %j', (field, allowance, code) => {
    const onLine = validateDraft({ ...draft, lines: [{ ...line, allowances: [allowance] }] })
    expect(codesOf(onLine)).toContainEqual([`lines.0.allowances.0.${field}`, code])
    expect(codesOf(validateDraft({ ...draft, allowances: [allowance] }))).toContainEqual([
      `allowances.0.${field}`,
      code,
    ])
  })

  test('takes off the whole amount, and no cent more however it is put together', () => {
    const all = { ...draft, lines: [{ ...line, allowances: [{ percentage: '100' }] }] }
    expect(validateDraft(all).ok).toBe(true)
    const more = { ...draft, lines: [{ ...line, allowances: [{ percentage: '60' }, { amount: '60.01' }] }] }
    expect(codesOf(validateDraft(more))).toEqual([['lines.0.allowances.1.amount', 'discount_beyond_amount']])
    const charged = { ...draft, allowances: [{ kind: 'charge', amount: '10' }, { amount: '160' }] }
    expect(validateDraft(charged).ok).toBe(true)
  })

  test('spreads nothing over nothing', () => {
    const none = { ...draft, lines: [], allowances: [{ kind: 'charge', amount: '10' }] }
    expect(codesOf(validateDraft(none))).toEqual([['allowances.0.amount', 'nothing_to_spread_over']])
    const tooMany = { ...draft, allowances: Array.from({ length: 11 }, () => with10) }
    expect(codesOf(validateDraft(tooMany))).toEqual([['allowances', 'too_many_allowances']])
  })

  test.each<[string, DraftInput, string]>([
    ['customerId', { customerId: '' }, 'required'],
    ['invoiceDate', { invoiceDate: '' }, 'required'],
    ['invoiceDate', { invoiceDate: '2026-02-30' }, 'date_invalid'],
    ['invoiceDate', { invoiceDate: '1979-12-31' }, 'date_out_of_range'],
    ['invoiceDate', { invoiceDate: '2051-01-01' }, 'date_out_of_range'],
    ['paymentTermDays', { paymentTermDays: -1 }, 'payment_term_invalid'],
    ['paymentTermDays', { paymentTermDays: 1.5 }, 'payment_term_invalid'],
    ['paymentTermDays', { paymentTermDays: 366 }, 'payment_term_invalid'],
    ['description', { description: 'x'.repeat(1_001) }, 'too_long'],
    ['description', { description: 'a\u0000' }, 'character_not_allowed'],
    ['lines', { lines: Array.from({ length: 1_001 }, () => line) }, 'too_many_lines'],
    [
      'lines',
      { lines: Array.from({ length: 2 }, () => ({ ...line, quantity: '1', unitPrice: '9000000' })) },
      'amount_too_large',
    ],
    // Net within the bound, but not with its VAT.
    ['lines', { lines: [{ ...line, quantity: '1', unitPrice: '9999999.99' }] }, 'amount_too_large'],
  ])('%s of %o is refused: %s', (path, change, code) => {
    expect(problemsOf(validateDraft({ ...draft, ...change }))).toEqual([[path, code]])
  })

  test.each<[string, InvoiceLineInput, string]>([
    ['quantity', { quantity: '' }, 'required'],
    ['quantity', { quantity: '1,5' }, 'quantity_invalid'],
    ['quantity', { quantity: '0.00001' }, 'quantity_invalid'],
    ['quantity', { quantity: '1000000000000' }, 'quantity_too_large'],
    ['unitPrice', { unitPrice: null }, 'required'],
    ['unitPrice', { unitPrice: '€ 5' }, 'unit_price_invalid'],
    ['unitPrice', { unitPrice: '1000000000000' }, 'amount_too_large'],
    ['unitPrice', { unitPrice: '-10000000.00' }, 'amount_too_large'],
    ['unitPrice', { unitPrice: '9'.repeat(10_000) }, 'unit_price_invalid'],
    ['unitPrice', { quantity: '1000000', unitPrice: '1000000' }, 'amount_too_large'],
    ['vatTreatment', { vatTreatment: '' }, 'required'],
    ['vatTreatment', { vatTreatment: 'HOOG' }, 'vat_treatment_unknown'],
    ['vatTreatment', { vatTreatment: 'toString' }, 'vat_treatment_unknown'],
    ['description', { description: 'x'.repeat(501) }, 'too_long'],
  ])('%s of a line %o is refused: %s', (field, change, code) => {
    const lines = [line, { ...line, ...change }]
    expect(problemsOf(validateDraft({ ...draft, lines }))).toEqual([[`lines.1.${field}`, code]])
  })

  test('a treatment that is not offered is refused, never taken for another', () => {
    const refused = vatTreatmentCodes.filter(
      (vatTreatment) => !validateDraft({ ...draft, lines: [{ ...line, vatTreatment }] }).ok,
    )
    expect(refused).toEqual(['other_rate', 'distance_sale'])
  })

  test.each([
    ['2026-11-22', 'high', '21'],
    ['2018-12-31', 'low', '6'],
    ['2019-01-01', 'low', '9'],
    ['2012-09-30', 'high', '19'],
    ['2026-11-22', 'reverse_charge', '0'],
  ])('on %s the rate of %s is %s', (invoiceDate, vatTreatment, vatRate) => {
    const checked = validateDraft({ ...draft, invoiceDate, lines: [{ ...line, vatTreatment }] })
    expect(checked.ok && checked.value.lines[0]?.vatRate).toBe(vatRate)
  })

  test('a rate of the law is a row: flowers go to 21 % in 2028 without another Stella', () => {
    const flowers = { treatment: 'low', rate: '21', from: parsePlainDate('2028-01-01'), until: null } as const
    const rateIn = (invoiceDate: string) => {
      const input = { ...draft, invoiceDate, lines: [{ ...line, vatTreatment: 'low' }] }
      const checked = validateDraft(input, [...statutoryRates, flowers])
      return checked.ok && checked.value.lines[0]?.vatRate
    }
    expect([rateIn('2027-12-31'), rateIn('2028-01-01')]).toEqual(['9', '21'])
  })

  test.each([
    ['other_rate', null, 'required'],
    ['other_rate', '0', 'vat_rate_invalid'],
    ['other_rate', '50', 'vat_rate_invalid'],
    ['other_rate', '1e309', 'vat_rate_invalid'],
    ['other_rate', '5,5', 'vat_rate_invalid'],
    ['high', '6', 'vat_rate_not_of_treatment'],
    ['reverse_charge', '21', 'vat_rate_not_of_treatment'],
  ])('of %s a rate of %s is refused: %s', (vatTreatment, vatRate, code) => {
    const lines = [{ ...line, vatTreatment, vatRate }]
    expect(problemsOf(validateDraft({ ...draft, lines }))).toEqual([['lines.0.vatRate', code]])
  })

  test('on a day of which no rate is known, none is guessed', () => {
    expect(problemsOf(validateDraft(draft, []))).toEqual([['lines.0.vatTreatment', 'vat_rate_unknown']])
  })

  test('any text within its length that passes comes out as plain text, and validating it again changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const checked = validateDraft({
          ...draft,
          description: text,
          lines: [{ ...line, description: text }],
        })
        fc.pre(checked.ok)
        if (!checked.ok) return
        expect(checked.value.description).toBe(plainText(text).trim())
        expect(validateDraft(checked.value)).toEqual(checked)
      }),
    )
  })

  test('whatever is typed is either refused with a path or can be reckoned', () => {
    const typed = fc.record({
      description: fc.string(),
      quantity: fc.oneof(fc.string(), fc.integer().map(String), fc.double().map(String)),
      unitPrice: fc.oneof(fc.string(), fc.integer().map(String), fc.double().map(String)),
      vatTreatment: fc.oneof(fc.string(), fc.constantFrom(...vatTreatmentCodes)),
    })
    fc.assert(
      fc.property(fc.array(typed, { maxLength: 5 }), fc.boolean(), (lines, pricesIncludeVat) => {
        const checked = validateDraft({ ...draft, pricesIncludeVat, lines })
        if (checked.ok)
          expect(computeTotals(checked.value.lines, pricesIncludeVat).lines).toHaveLength(lines.length)
        else expect(checked.problems.every((problem) => problem.path.startsWith('lines'))).toBe(true)
      }),
    )
  })
})

describe('due dates', () => {
  test('the due date is the term after the invoice date', () => {
    expect(dueDate({ invoiceDate: parsePlainDate('2026-11-23'), paymentTermDays: 30 })).toBe('2026-12-23')
  })
})

function problemsOf(checked: ReturnType<typeof validateDraft>) {
  return checked.ok ? [] : checked.problems.map((problem) => [problem.path, problem.code])
}

function codesOf(checked: ReturnType<typeof validateDraft>) {
  return checked.ok ? [] : checked.problems.map(({ path, code }) => [path, code])
}
