import { describe, expect, test } from 'vitest'
import type { CustomerContent } from '../customers/customer.ts'
import { validateCustomer } from '../customers/validate-customer.ts'
import { formatAmount } from '../money/cents.ts'
import { validateOrganization } from '../organizations/organization-profile.ts'
import type { Validated } from '../problems/problem.ts'
import type { Parties } from './legal-demands.ts'
import type { InvoiceLineInput } from './read-line.ts'
import type { DraftInput } from './validate-draft.ts'
import { validateFinal } from './validate-final.ts'

const line: InvoiceLineInput = {
  description: 'Arbeid',
  quantity: '2.5',
  unitPrice: '60',
  vatTreatment: 'high',
}
const draft: DraftInput = {
  customerId: '5f0c7a52-1c1b-4a0e-9d3e-0d6f3c1a2b4c',
  invoiceDate: '2026-11-22',
  paymentTermDays: 14,
  description: 'Termijn 2 van 3',
  pricesIncludeVat: false,
  lines: [line],
}

describe('validateFinal', () => {
  test('gives the content and what it comes to', () => {
    const checked = validateFinal(draft, between())
    expect(checked.ok && formatAmount(checked.value.totals.gross)).toBe('181.50')
  })

  test('300 characters, emoji and <&"\' in the description are fine', () => {
    const description = `<b>&"'</b> 🚰 ${'x'.repeat(300)}`
    const checked = validateFinal({ ...draft, description, lines: [{ ...line, description }] }, between())
    expect(checked.ok && checked.value.content.description).toBe(description)
  })

  test.each<[string, InvoiceLineInput[], string]>([
    ['lines', [], 'no_lines'],
    ['lines.0.description', [{ ...line, description: ' ' }], 'required'],
    ['lines.0.quantity', [{ ...line, quantity: 'x' }], 'quantity_invalid'],
  ])('%s of %o is refused: %s', (path, lines, code) => {
    expect(problemsOf(validateFinal({ ...draft, lines }, between()))).toEqual([[path, code]])
  })

  test('a discount and a negative total are fine', () => {
    expect(validateFinal({ ...draft, lines: [line, { ...line, quantity: '-1' }] }, between()).ok).toBe(true)
    expect(validateFinal({ ...draft, lines: [{ ...line, quantity: '-1' }] }, between()).ok).toBe(true)
  })

  test('a customer without an address is refused with each missing field named', () => {
    const unknown = between({ address: null, postalCode: '', city: ' ' })
    expect(problemsOf(validateFinal(draft, unknown))).toEqual([
      ['customer.address', 'customer_address_missing'],
      ['customer.postalCode', 'customer_address_missing'],
      ['customer.city', 'customer_address_missing'],
    ])
    expect(validateFinal(draft, between({ country: 'IE', postalCode: null })).ok).toBe(true)
  })

  test('a sender without what the law wants is refused with each missing field named', () => {
    const parties = between()
    const sender = given(validateOrganization({ name: 'Van Dijk Installatie' }))
    expect(problemsOf(validateFinal(draft, { ...parties, sender }))).toEqual([
      ['organization.address', 'own_address_missing'],
      ['organization.postalCode', 'own_address_missing'],
      ['organization.city', 'own_address_missing'],
      ['organization.kvkNumber', 'own_kvk_number_missing'],
      ['organization.vatNumber', 'own_vat_number_missing'],
    ])
  })

  test.each([
    // With VAT, to the cent: € 100.00 is simplified, € 100.01 is not.
    ['82.64', []],
    ['82.65', ['customer.address', 'organization.vatNumber']],
  ])(
    'of € %s without VAT no more is asked than of a simplified invoice up to € 100',
    (unitPrice, missing) => {
      const parties = between({ address: null })
      const sender = { ...parties.sender, vatNumber: null }
      const lines = [{ ...line, quantity: '1', unitPrice }]
      const problems = problemsOf(validateFinal({ ...draft, lines }, { ...parties, sender }))
      expect(problems.map(([path]) => path)).toEqual(missing)
    },
  )

  test('where the customer owes the VAT no invoice is simplified', () => {
    const lines = [{ ...line, unitPrice: '1', vatTreatment: 'reverse_charge' }]
    const parties = between({ address: null, vatNumber: 'NL000099998B57' })
    expect(problemsOf(validateFinal({ ...draft, lines }, parties))).toEqual([
      ['customer.address', 'customer_address_missing'],
    ])
  })

  test('only who takes part in the small businesses scheme says so, and needs no VAT number then', () => {
    const lines = [{ ...line, vatTreatment: 'small_business_scheme' }]
    const parties = between()
    expect(problemsOf(validateFinal({ ...draft, lines }, parties))).toEqual([
      ['lines.0.vatTreatment', 'not_in_small_business_scheme'],
    ])
    const sender = { ...parties.sender, vatNumber: null, vatScheme: 'small_business_scheme' } as const
    expect(validateFinal({ ...draft, lines }, { ...parties, sender }).ok).toBe(true)
  })

  test.each<[string, string | null, string | null]>([
    ['high', null, null],
    ['exempt', null, null],
    ['outside_eu', null, null],
    ['reverse_charge', null, 'customer_vat_number_missing'],
    ['reverse_charge', 'NL000099998B57', null],
    ['reverse_charge_low', null, 'customer_vat_number_missing'],
    ['eu_goods', null, 'customer_vat_number_missing'],
    ['eu_goods', 'NL000099998B57', 'customer_vat_number_not_eu'],
    ['eu_goods', 'CHE123456788', 'customer_vat_number_not_eu'],
    ['eu_goods', 'BE0403170701', null],
    ['eu_goods', 'XI123456789', null],
    ['eu_services', 'BE0403170701', null],
    ['eu_services', 'XI123456789', 'customer_vat_number_not_eu'],
  ])('a line of %s for a customer with VAT number %s: %s', (vatTreatment, vatNumber, code) => {
    const lines = [{ ...line, vatTreatment }]
    const problems = problemsOf(validateFinal({ ...draft, lines }, between({ country: 'CH', vatNumber })))
    expect(problems).toEqual(code === null ? [] : [['customer.vatNumber', code]])
  })

  test('a private person owes no VAT, and is asked for no number that its form has no place for', () => {
    const lines = [{ ...line, vatTreatment: 'reverse_charge' }]
    const person = between({ kind: 'person', vatNumber: null })
    expect(problemsOf(validateFinal({ ...draft, lines }, person))).toEqual([
      ['customer.kind', 'customer_is_person'],
    ])
  })

  test("where the customer owes the VAT, one's own number must be there too", () => {
    const parties = between({ vatNumber: 'NL000099998B57' })
    const unregistered = { ...parties, sender: { ...parties.sender, vatNumber: null } }
    const lines = [{ ...line, vatTreatment: 'reverse_charge' }]
    expect(problemsOf(validateFinal({ ...draft, lines }, unregistered))).toEqual([
      ['organization.vatNumber', 'own_vat_number_missing'],
    ])
  })

  test('what is wrong with the draft is named before what is wrong with the customer', () => {
    const problems = problemsOf(
      validateFinal({ ...draft, invoiceDate: '1979-01-01' }, between({ city: null })),
    )
    expect(problems).toEqual([['invoiceDate', 'date_out_of_range']])
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
  return given(checked)
}

function given<T>(checked: Validated<T>): T {
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems))
  return checked.value
}

function between(change: Parameters<typeof customerWith>[0] = {}): Parties {
  const sender = validateOrganization({
    name: 'Van Dijk Installatie',
    address: 'Ambachtsweg 14',
    postalCode: '8011 AB',
    city: 'Zwolle',
    country: 'NL',
    kvkNumber: '12345678',
    vatNumber: 'NL004495445B01',
    iban: 'NL91ABNA0417164300',
    accountName: 'Van Dijk Installatie',
  })
  return { customer: customerWith(change), sender: given(sender) }
}

function problemsOf(checked: ReturnType<typeof validateFinal>) {
  return checked.ok ? [] : checked.problems.map((problem) => [problem.path, problem.code])
}
