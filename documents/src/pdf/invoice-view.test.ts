import { missingLegalFields, validateCustomer } from '@stella/invoicing'
import { describe, expect, test } from 'vitest'
import { draftDocument, finalDocument, given } from '../testing/example-documents.ts'
import { viewOf } from './invoice-view.ts'

const plain = (text: string) => text.replaceAll('\u00a0', ' ')
const facts = (list: readonly { label: string; value: string }[]) =>
  list.map((it) => plain(`${it.label}: ${it.value}`))

describe('a final invoice', () => {
  const document = finalDocument()
  const view = viewOf(document, null)

  test('says all that Dutch law wants', () => {
    expect(missingLegalFields(document.organization)).toEqual([])
    expect(view.sender.name).toBe('Van Dijk Installatie')
    expect(view.sender.address).toEqual(['Ambachtsweg 14', '8011 AB  Zwolle'])
    expect(facts(view.sender.details)).toEqual([
      'Telefoon: 038 123 45 67',
      'E-mail: info@vandijk.example',
      'KvK: 12345678',
      'Btw-id: NL004495445B01',
      'IBAN: NL91 ABNA 0417 1643 00',
    ])
    expect(view.recipient).toEqual([
      'Kroon Vastgoed B.V.',
      't.a.v. mevrouw De Kroon',
      'Handelsweg 22',
      '8263 BD  Kampen',
    ])
    expect(facts(view.facts)).toEqual([
      'Factuurnummer: 2026-0215',
      'Factuurdatum: 23 november 2026',
      'Vervaldatum: 23 december 2026',
      'Uw btw-id: NL000099998B57',
      'Uw KvK-nummer: 87654321',
    ])
    expect(view.columns).toEqual(['Omschrijving', 'Aantal', 'Prijs excl. btw', 'Btw', 'Bedrag excl. btw'])
    expect(view.lines.map((line) => plain(Object.values(line).join(' | ')))).toEqual([
      'Renovatie, termijn 2 van 3 | 1 | € 4.500,00 | 21% | € 4.500,00',
      'Expansievat 80 l\ngeplaatst | 2 | € 385,00 | 21% | € 770,00',
      'Arbeid monteur | 20,5 | € 60,00 | 21% | € 1.230,00',
      'Isoleren leidingen woning | 12 | € 52,50 | 9% | € 630,00',
    ])
    expect(facts(view.totals)).toEqual([
      'Totaal exclusief btw: € 7.130,00',
      'Btw 21% over € 6.500,00: € 1.365,00',
      'Btw 9% over € 630,00: € 56,70',
    ])
    expect(facts([view.payable])).toEqual(['Te betalen: € 8.551,70'])
    expect(plain(view.payment)).toBe(
      'Wilt u € 8.551,70 uiterlijk 23 december 2026 overmaken naar NL91 ABNA 0417 1643 00 ten name van ' +
        'Van Dijk Installatie, onder vermelding van factuurnummer 2026-0215?',
    )
  })

  test('keeps a price with VAT, and says how much of it is VAT', () => {
    const lines = [{ description: 'Taart', quantity: '1', unitPrice: '10', vatTreatment: 'high' }]
    const consumer = viewOf(finalDocument({ pricesIncludeVat: true, lines }), null)
    expect(consumer.columns).toContain('Bedrag incl. btw')
    expect(facts([...consumer.totals, consumer.payable])).toEqual([
      'Totaal exclusief btw: € 8,26',
      'Btw 21% over € 8,26: € 1,74',
      'Te betalen: € 10,00',
    ])
  })

  test('names the country of a customer abroad', () => {
    const { organization, invoice } = document
    const customer = given(
      validateCustomer({
        kind: 'company',
        name: 'Müller GmbH',
        address: 'Weg 1',
        postalCode: '10115',
        city: 'Berlin',
        country: 'DE',
      }),
    )
    expect(viewOf({ organization, invoice, customer }, null).recipient.at(-1)).toBe('Duitsland')
  })

  test('of a negative amount asks for no payment', () => {
    const lines = [{ description: 'Retour', quantity: '-1', unitPrice: '10', vatTreatment: 'high' }]
    expect(viewOf(finalDocument({ lines }), null).payment).toContain('U hoeft niets te betalen')
  })

  test('states why no VAT is charged', () => {
    const { organization, customer, invoice } = document
    const lines = invoice.lines.map((line) => ({ ...line, vatTreatment: 'reverse_charge' as const }))
    const vatGroups = invoice.totals.vatGroups.map((group) => ({
      ...group,
      treatment: 'reverse_charge' as const,
      rate: '0',
    }))
    const totals = { ...invoice.totals, vatGroups }
    const shown = viewOf({ organization, customer, invoice: { ...invoice, lines, totals } }, null)
    expect(shown.statements).toEqual(['Btw verlegd.'])
    expect(shown.lines[0]?.vat).toBe('verlegd')
  })
})

test('a draft has no number and asks for no payment', () => {
  const view = viewOf(draftDocument(), null)
  expect(view.heading).toBe('Conceptfactuur')
  expect(view.draft).toBe(true)
  expect(facts(view.facts)[0]).toBe('Factuurnummer: volgt')
  expect(view.payment).toContain('Dit is een concept')
})
