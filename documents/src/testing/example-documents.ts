import {
  type CustomerContent,
  type CustomerInput,
  type DraftInput,
  type OrganizationProfile,
  totalsOf,
  type Validated,
  validateCustomer,
  validateDraft,
  validateOrganization,
} from '@stella/invoicing'
import type { FinalInvoiceDocument, InvoiceDocument } from '../invoice-document.ts'

/** Two complete parties and an invoice with both rates; the content can be changed. */
export function finalDocument(change: DraftInput = {}): FinalInvoiceDocument {
  const content = given(validateDraft({ ...exampleDraft, ...change }))
  const totals = totalsOf(content)
  const invoice = { ...content, totals, state: 'final', number: '2026-0215' } as const
  return { organization: exampleOrganization(), customer: exampleCustomer(), invoice }
}

export function draftDocument(change: DraftInput = {}): InvoiceDocument {
  const { invoice, ...rest } = finalDocument(change)
  return { ...rest, invoice: { ...invoice, state: 'draft', number: null } }
}

/** The value of a validation that must have gone well. */
export function given<T>(validated: Validated<T>): T {
  if (!validated.ok) throw new Error(`The example is not valid: ${JSON.stringify(validated.problems)}`)
  return validated.value
}

const exampleDraft: DraftInput = {
  customerId: '0b3c7d52-7d0e-4a83-8f5f-0a5b1f4f1c11',
  invoiceDate: '2026-11-23',
  paymentTermDays: 30,
  description: 'Renovatie ketelhuis Handelsweg 22',
  pricesIncludeVat: false,
  lines: [
    { description: 'Renovatie, termijn 2 van 3', quantity: '1', unitPrice: '4500', vatTreatment: 'high' },
    { description: 'Expansievat 80 l\ngeplaatst', quantity: '2', unitPrice: '385', vatTreatment: 'high' },
    { description: 'Arbeid monteur', quantity: '20.5', unitPrice: '60', vatTreatment: 'high' },
    { description: 'Isoleren leidingen woning', quantity: '12', unitPrice: '52.5', vatTreatment: 'low' },
  ],
}

export function exampleOrganization(): OrganizationProfile {
  return given(
    validateOrganization({
      name: 'Van Dijk Installatie',
      address: 'Ambachtsweg 14',
      postalCode: '8011 AB',
      city: 'Zwolle',
      country: 'NL',
      email: 'info@vandijk.example',
      phone: '038 123 45 67',
      kvkNumber: '12345678',
      vatNumber: 'NL004495445B01',
      iban: 'NL91ABNA0417164300',
      accountName: 'Van Dijk Installatie',
    }),
  )
}

export function exampleCustomer(change: CustomerInput = {}): CustomerContent {
  return given(
    validateCustomer({
      kind: 'company',
      name: 'Kroon Vastgoed B.V.',
      contactName: 'mevrouw De Kroon',
      address: 'Handelsweg 22',
      postalCode: '8263 BD',
      city: 'Kampen',
      country: 'NL',
      kvkNumber: '87654321',
      vatNumber: 'NL000099998B57',
      ...change,
    }),
  )
}
