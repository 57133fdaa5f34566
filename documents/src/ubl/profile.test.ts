import { describe, expect, test } from 'vitest'
import type { Recipient, Sender } from '../invoice-document.ts'
import { exampleCustomer, finalDocument } from '../testing/example-documents.ts'
import { readUbl } from '../testing/read-ubl.ts'
import { missingForProfile, profileOf, wantedProfile } from './profile.ts'
import { writeInvoiceUbl } from './write-invoice-ubl.ts'

const to = (customer: Recipient, sender: Partial<Sender> = {}) => {
  const { organization, invoice } = finalDocument()
  return { organization: { ...organization, ...sender }, customer, invoice }
}
const person = exampleCustomer({ kind: 'person', kvkNumber: null, vatNumber: null })
const belgian = exampleCustomer({ country: 'BE', kvkNumber: null, vatNumber: 'BE0403170701' })
const government = { ...exampleCustomer({ kvkNumber: null }), oin: '00000001001505381000' }

describe('the profile of an e-invoice', () => {
  test.each([
    ['a Dutch company', to(exampleCustomer()), 'nlcius'],
    ['a Dutch public body', to(government), 'nlcius'],
    ['a company on Peppol', to({ ...belgian, peppolId: '0208:0403170701' }), 'peppol'],
    ['a Dutch company on Peppol', to({ ...exampleCustomer(), peppolId: '0106:87654321' }), 'peppol'],
    ['a private person', to(person), 'en16931'],
    ['a company abroad that is not on Peppol', to(belgian), 'en16931'],
    ['anybody, from a sender abroad', to(exampleCustomer(), { country: 'BE' }), 'en16931'],
  ] as const)('to %s', (_whom, document, profile) => {
    expect(profileOf(document)).toBe(profile)
  })

  test.each([
    ['no KvK number of the customer', to(exampleCustomer({ kvkNumber: null })), ['customer.kvkNumber']],
    ['no KvK number of one’s own', to(exampleCustomer(), { kvkNumber: null }), ['organization.kvkNumber']],
    ['no account', to(exampleCustomer(), { iban: null }), ['organization.iban']],
    [
      'no address',
      to(exampleCustomer(), { address: null, postalCode: null }),
      ['organization.address', 'organization.postalCode'],
    ],
  ] as const)(
    'names the fields it lacks, and claims nothing it does not keep: %s',
    (_what, document, fields) => {
      expect(missingForProfile(document, wantedProfile(document))).toEqual(fields)
      expect(profileOf(document)).toBe('en16931')
    },
  )

  test.each(['0106:1234', '0190:12', '9944:NL1', '0106', 'x:y', '0208:0403 170 701'])(
    '%s is no address on Peppol',
    (peppolId) => {
      expect(profileOf(to({ ...exampleCustomer(), peppolId }))).toBe('nlcius')
    },
  )

  test('who ordered is the reference where the customer gave none', () => {
    const referenceOf = (document: ReturnType<typeof to>) =>
      readUbl(writeInvoiceUbl(document), (root) =>
        root.texts('cbc:BuyerReference | cac:OrderReference/cbc:ID'),
      )
    const document = to(exampleCustomer())
    expect(referenceOf(document)).toEqual(['mevrouw De Kroon'])
    expect(referenceOf(to(exampleCustomer({ contactName: null })))).toEqual(['Kroon Vastgoed B.V.'])
    const invoice = { ...document.invoice, orderNumber: 'PO 1' }
    expect(referenceOf({ ...document, invoice })).toEqual(['PO 1'])
    const referred = { ...invoice, buyerReference: 'Afdeling 4' }
    expect(referenceOf({ ...document, invoice: referred })).toEqual(['Afdeling 4', 'PO 1'])
  })

  test('what the Dutch rules advise against is left out for them alone', () => {
    const accountName = 'J. van Dijk'
    const namesIn = (customer: Recipient) =>
      readUbl(writeInvoiceUbl(to(customer, { accountName })), (root) =>
        root.texts('.//cac:PayeeFinancialAccount/cbc:Name'),
      )
    expect(namesIn(exampleCustomer())).toEqual([])
    expect(namesIn(person)).toEqual([accountName])
  })
})
