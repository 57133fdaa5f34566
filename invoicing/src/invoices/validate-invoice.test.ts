import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CustomerContent } from '../customers/customer.ts'
import { validateCustomer } from '../customers/validate-customer.ts'
import { parsePlainDate } from '../dates/plain-date.ts'
import { formatAmount } from '../money/cents.ts'
import { plainText } from '../texts/plain-text.ts'
import { computeTotals } from '../vat/compute-totals.ts'
import { vatTreatmentCodes } from '../vat/treatments.ts'
import { dueDate } from './due-date.ts'
import type { InvoiceLineInput } from './read-line.ts'
import { type DraftInput, validateDraft } from './validate-draft.ts'
import { validateFinal } from './validate-final.ts'

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
const customer = customerWith({})

describe('validateDraft', () => {
  test('gives the draft in its clean form', () => {
    expect(validateDraft({ ...draft, description: '  Termijn 2 van 3 ' })).toEqual({
      ok: true,
      value: { ...draft, lines: [{ ...line, unitPrice: '60.00' }] },
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
    ['lines', { lines: Array.from({ length: 501 }, () => line) }, 'too_many_lines'],
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

  test('a treatment that is not offered yet is refused, never taken for another', () => {
    const accepted = vatTreatmentCodes.filter(
      (vatTreatment) => validateDraft({ ...draft, lines: [{ ...line, vatTreatment }] }).ok,
    )
    expect(accepted).toEqual(['high', 'low', 'zero'])
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

describe('validateFinal', () => {
  test('gives the content and what it comes to', () => {
    const checked = validateFinal(draft, customer)
    expect(checked.ok && formatAmount(checked.value.totals.gross)).toBe('181.50')
  })

  test('300 characters, emoji and <&"\' in the description are fine', () => {
    const description = `<b>&"'</b> 🚰 ${'x'.repeat(300)}`
    const checked = validateFinal({ ...draft, description, lines: [{ ...line, description }] }, customer)
    expect(checked.ok && checked.value.content.description).toBe(description)
  })

  test.each<[string, InvoiceLineInput[], string]>([
    ['lines', [], 'no_lines'],
    ['lines.0.description', [{ ...line, description: ' ' }], 'required'],
    ['lines.0.quantity', [{ ...line, quantity: 'x' }], 'quantity_invalid'],
  ])('%s of %o is refused: %s', (path, lines, code) => {
    expect(problemsOf(validateFinal({ ...draft, lines }, customer))).toEqual([[path, code]])
  })

  test('a discount and a negative total are fine', () => {
    expect(validateFinal({ ...draft, lines: [line, { ...line, quantity: '-1' }] }, customer).ok).toBe(true)
    expect(validateFinal({ ...draft, lines: [{ ...line, quantity: '-1' }] }, customer).ok).toBe(true)
  })

  test('a customer without an address is refused with each missing field named', () => {
    const unknown = customerWith({ address: null, postalCode: '', city: ' ' })
    expect(problemsOf(validateFinal(draft, unknown))).toEqual([
      ['customer.address', 'customer_address_missing'],
      ['customer.postalCode', 'customer_address_missing'],
      ['customer.city', 'customer_address_missing'],
    ])
    expect(validateFinal(draft, customerWith({ country: 'IE', postalCode: null })).ok).toBe(true)
  })

  test('what is wrong with the draft and with the customer is named together', () => {
    const problems = problemsOf(
      validateFinal({ ...draft, invoiceDate: '1979-01-01' }, customerWith({ city: null })),
    )
    expect(problems).toEqual([
      ['invoiceDate', 'date_out_of_range'],
      ['customer.city', 'customer_address_missing'],
    ])
  })
})

describe('due dates', () => {
  test('the due date is the term after the invoice date', () => {
    expect(dueDate({ invoiceDate: parsePlainDate('2026-11-23'), paymentTermDays: 30 })).toBe('2026-12-23')
  })
})

function customerWith(change: Partial<Parameters<typeof validateCustomer>[0]>): CustomerContent {
  const checked = validateCustomer({
    kind: 'company',
    name: 'Kroon Vastgoed B.V.',
    address: 'Handelsweg 22',
    postalCode: '8263 BD',
    city: 'Kampen',
    country: 'NL',
    ...change,
  })
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems))
  return checked.value
}

function problemsOf(checked: ReturnType<typeof validateDraft> | ReturnType<typeof validateFinal>) {
  return checked.ok ? [] : checked.problems.map((problem) => [problem.path, problem.code])
}
