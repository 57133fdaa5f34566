import { missingLegalFields } from '@stella/invoicing'
import { describe, expect, test } from 'vitest'
import { draftDocument, exampleCustomer, finalDocument } from '../testing/example-documents.ts'
import { viewOf } from './invoice-view.ts'

const plain = (text: string) => text.replaceAll('\u00a0', ' ')
const facts = (list: readonly { label: string; value: string }[]) =>
  list.map((it) => plain(`${it.label}: ${it.value}`))

test('post goes to the postal address, and the address itself stands on the invoice as the law wants', () => {
  const postalAddress = { address: 'Postbus 12', postalCode: '8260 AA', city: 'Kampen', country: 'NL' }
  const document = finalDocument()
  const view = viewOf({ ...document, customer: { ...document.customer, postalAddress } })
  expect(view.recipient.address.map(plain)).toEqual([
    't.a.v. mevrouw De Kroon',
    'Postbus 12',
    '8260 AA  Kampen',
    'Bezoekadres: Handelsweg 22, 8263 BD  Kampen',
  ])
})

describe('a final invoice', () => {
  const document = finalDocument()
  const view = viewOf(document)

  test('says all that Dutch law wants', () => {
    expect(missingLegalFields(document.organization)).toEqual([])
    expect(view.sender.name).toBe('Van Dijk Installatie')
    expect(view.sender.address.map(plain)).toEqual(['Ambachtsweg 14', '8011 AB  Zwolle'])
    expect(view.foot.numbers).toEqual(['KvK 12345678', 'Btw NL004495445B01'])
    expect([view.recipient.name, ...view.recipient.address].map(plain)).toEqual([
      'Kroon Vastgoed B.V.',
      't.a.v. mevrouw De Kroon',
      'Handelsweg 22',
      '8263 BD  Kampen',
    ])
    expect(facts(view.facts)).toEqual([
      'Factuurnummer: 2026-0215',
      'Factuurdatum: 23 november 2026',
      'Vervaldatum: 23 december 2026',
    ])
    expect(view.columns).toEqual(['Omschrijving', 'Aantal', '', 'Prijs excl. btw €', 'Btw', 'Bedrag €'])
    expect(
      view.lines.map((line) =>
        line.kind === 'item' ? `${line.quantity} × ${line.price} = ${line.amount}` : '',
      ),
    ).toEqual([
      '1 × 4.500,00 = 4.500,00',
      '2 × 385,00 = 770,00',
      '20,5 × 60,00 = 1.230,00',
      '12 × 52,50 = 630,00',
    ])
    expect(facts(view.totals)).toEqual([
      'Totaal excl. btw: 7.130,00',
      'Btw 21% over 6.500,00: 1.365,00',
      'Btw 9% over 630,00: 56,70',
    ])
    expect(facts([view.payable])).toEqual(['Te betalen: € 8.551,70'])
    expect(facts(view.payment?.data?.rows ?? [])).toEqual([
      'Bedrag: € 8.551,70',
      'Uiterlijk: 23 december 2026',
      'IBAN: NL91 ABNA 0417 1643 00',
      'T.n.v.: Van Dijk Installatie',
      'Kenmerk: 2026-0215',
    ])
  })

  test('keeps a price with VAT, and says what the e-invoice and the books say of it', () => {
    const lines = [{ description: 'Taart', quantity: '1', unitPrice: '10', vatTreatment: 'high' }]
    const consumer = viewOf(finalDocument({ pricesIncludeVat: true, lines }))
    expect(consumer.columns[3]).toBe('Prijs incl. btw €')
    expect(facts([...consumer.totals, consumer.payable])).toEqual([
      'Totaal excl. btw: 8,27',
      'Btw 21% over 8,27: 1,74',
      'Afronding: \u22120,01',
      'Te betalen: € 10,00',
    ])
  })

  test('is in the language of the customer, with its figures, dates and countries', () => {
    const customer = { ...exampleCustomer({ country: 'DE', postalCode: '10115' }), language: 'en' } as const
    const english = viewOf({ ...document, customer })
    expect(plain(english.again)).toBe('Invoice 2026-0215 · 23 November 2026')
    expect(english.recipient.address.at(-1)).toBe('Germany')
    expect(facts([english.payable])).toEqual(['To pay: € 8,551.70'])
  })

  test('units stand beside the quantity, one or several, below a heading of their own', () => {
    const { invoice } = document
    const lines = invoice.lines.map((line) => ({ ...line, unit: 'piece' as const }))
    const counted = viewOf({ ...document, invoice: { ...invoice, lines } })
    expect(counted.columns[2]).toBe('Eenheid')
    expect(counted.lines.map((line) => (line.kind === 'item' ? line.unit : ''))).toEqual([
      'stuk',
      'stuks',
      'stuks',
      'stuks',
    ])
  })

  test('names the account by its own name', () => {
    const organization = { ...document.organization, accountName: 'J. van Dijk e/o' }
    const named = viewOf({ ...document, organization })
    expect(named.foot.account.at(-1)).toBe('t.n.v. J. van Dijk e/o')
    expect(facts(named.payment?.data?.rows ?? [])).toContain('T.n.v.: J. van Dijk e/o')
  })

  test('without an account says nothing of paying but until when', () => {
    const organization = { ...document.organization, iban: null }
    const unpaid = viewOf({ ...document, organization })
    expect([unpaid.payment, unpaid.foot.account]).toEqual([null, []])
    expect(plain(unpaid.answer.note.map((part) => part.text).join(''))).toBe(
      'te betalen uiterlijk 23 december 2026',
    )
  })

  test('of a negative amount asks for no payment', () => {
    const lines = [{ description: 'Retour', quantity: '-1', unitPrice: '10', vatTreatment: 'high' }]
    const refund = viewOf(finalDocument({ lines }))
    expect(plain(refund.payment?.explanation?.text ?? '')).toBe('Wij maken € 12,10 aan u over.')
    expect(refund.payment?.code).toBeNull()
  })

  test('states why no VAT is charged, with both VAT numbers', () => {
    const { organization, customer, invoice } = document
    const lines = invoice.lines.map((line) => ({ ...line, vatTreatment: 'reverse_charge' as const }))
    const { net } = invoice.totals
    const vatGroups = [{ treatment: 'reverse_charge', rate: '0', net, vat: 0n, gross: net }] as never
    const totals = { ...invoice.totals, vatGroups, vat: 0n as never, gross: net }
    const shown = viewOf({ organization, customer, invoice: { ...invoice, lines, totals } })
    expect(shown.law.map((it) => it.heading)).toEqual(['Btw verlegd'])
    expect(facts(shown.law[0]?.rows ?? [])).toEqual([
      'Ons btw-nummer: NL004495445B01',
      'Uw btw-nummer: NL000099998B57',
    ])
    expect(shown.lines[0]).toMatchObject({ vat: 'verlegd' })
  })

  test.each([
    ['#a8481c', '#a8481c'],
    ['#f2c200', '#1a1a1c'],
    [null, '#1a1a1c'],
    ['red', '#1a1a1c'],
  ])('amounts in the colour %s are set in %s, so that they can be read', (accentColor, amounts) => {
    const organization = { ...document.organization, accentColor }
    expect(viewOf({ ...document, organization }).accents.amounts).toBe(amounts)
  })
})

test('a draft has no number and asks for no payment', () => {
  const view = viewOf(draftDocument())
  expect(view.heading).toBe('Conceptfactuur')
  expect(view.draft).toBe(true)
  expect(facts(view.facts)[0]).toBe('Factuurnummer: volgt')
  expect(view.payment?.explanation?.heading).toBe('Dit is een concept')
})
