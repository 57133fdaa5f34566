import fc from 'fast-check'
import type { Recipient } from '../invoice-document.ts'
import { exampleCustomer } from './example-documents.ts'

const noNumbers = { contactName: null, kvkNumber: null, vatNumber: null }

/** Who can receive an invoice, one of each kind that the profiles of e-invoices tell apart. */
const recipients: readonly Recipient[] = [
  exampleCustomer(),
  exampleCustomer({ contactName: null, email: 'crediteuren@kroon.example' }),
  exampleCustomer({ vatNumber: null }),
  exampleCustomer({ ...noNumbers, name: 'Stichting zonder nummer' }),
  { ...exampleCustomer({ ...noNumbers, name: 'Gemeente Kampen' }), oin: '00000001001505381000' },
  { ...exampleCustomer({ name: 'Peppol Ontvanger B.V.' }), peppolId: '0106:87654321' },
  exampleCustomer({ ...noNumbers, kind: 'person', name: 'Jan Jansen', email: 'jan@jansen.example' }),
  {
    ...exampleCustomer({
      ...noNumbers,
      name: 'Brouwerij Het Anker NV',
      address: 'Guido Gezellelaan 49',
      postalCode: '2800',
      city: 'Mechelen',
      country: 'BE',
      vatNumber: 'BE0403170701',
    }),
    peppolId: '0208:0403170701',
  },
  {
    ...exampleCustomer({
      ...noNumbers,
      name: 'Müller & Söhne GmbH',
      address: 'Weg 1',
      postalCode: '10115',
      city: 'Berlin',
      country: 'DE',
      vatNumber: 'DE136695976',
    }),
    language: 'de',
    registrationNumber: 'HRB 86786',
  },
  {
    ...exampleCustomer({
      ...noNumbers,
      name: 'Anvil Hardware Inc.',
      address: '1 Main Street',
      postalCode: null,
      city: 'Springfield',
      country: 'US',
      vatNumber: '987654321',
    }),
    language: 'en',
  },
]

export const anyRecipient: fc.Arbitrary<Recipient> = fc.constantFrom(...recipients)
