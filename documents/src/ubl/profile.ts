import { isOin, onOneLine, readPeppolId, vatTreatments } from '@stella/invoicing'
import type { InvoiceDocument } from '../invoice-document.ts'

/** What an e-invoice promises to be; the receiver's rules follow from it. */
export type UblProfile = 'peppol' | 'nlcius' | 'en16931'

/** What stands in CustomizationID (BT-24). */
export const customizations: Readonly<Record<UblProfile, string>> = {
  peppol: 'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0',
  nlcius: 'urn:cen.eu:en16931:2017#compliant#urn:fdc:nen.nl:nlcius:v1.0',
  en16931: 'urn:cen.eu:en16931:2017',
}

/** The billing process of Peppol (BT-23), which the others share. */
export const BILLING_PROCESS = 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0'

/** A field that a profile can want, as its problems name it. */
export type DocumentPath =
  | `organization.${'vatNumber' | 'kvkNumber' | 'address' | 'postalCode' | 'city' | 'iban'}`
  | `customer.${'vatNumber' | 'kvkNumber' | 'address' | 'postalCode' | 'city' | 'peppolId'}`

/**
 * The profile of who receives: Peppol BIS Billing 3.0 where the customer has an address there, NLCIUS for Dutch
 * companies and public bodies, plain EN 16931 for private persons and everybody else. What lacks a field that
 * its profile wants is written as plain EN 16931, so that no file claims what it does not keep.
 */
export function profileOf(document: InvoiceDocument): UblProfile {
  const wanted = wantedProfile(document)
  return missingForProfile(document, wanted).length === 0 ? wanted : 'en16931'
}

/** The profile that the customer's own fields ask for. */
export function wantedProfile({ organization, customer }: InvoiceDocument): UblProfile {
  const isDutch = (organization.country ?? 'NL') === 'NL'
  if (!isDutch) return 'en16931'
  if (readPeppolId(customer.peppolId ?? null) !== null) return 'peppol'
  if (customer.country !== 'NL') return 'en16931'
  const isBusiness = customer.kind === 'company' || isOin(customer.oin ?? null)
  return isBusiness ? 'nlcius' : 'en16931'
}

/** The fields that a profile wants and that are empty. */
export function missingForProfile(document: InvoiceDocument, profile: UblProfile): DocumentPath[] {
  const { organization, customer } = document
  const wanted: [DocumentPath, boolean][] = [
    ...everyProfile(document),
    ...(profile === 'en16931' ? [] : dutchSender(document)),
  ]
  if (profile !== 'en16931' && customer.country === 'NL') {
    wanted.push(
      ['customer.kvkNumber', customer.kvkNumber !== null || isOin(customer.oin ?? null)],
      ['customer.address', customer.address !== null],
      ['customer.postalCode', customer.postalCode !== null],
      ['customer.city', customer.city !== null],
    )
  }
  if (profile === 'peppol') {
    wanted.push(['customer.peppolId', readPeppolId(customer.peppolId ?? null) !== null])
    // Peppol knows the sender's country by its VAT number first.
    wanted.push(['organization.vatNumber', organization.vatNumber?.startsWith('NL') ?? false])
  }
  return [...new Set(wanted.filter(([, isThere]) => !isThere).map(([path]) => path))]
}

/** BR-S-02, BR-Z-02, BR-E-02, BR-AE-02, BR-IC-02, BR-G-02 and BR-CO-26. */
function everyProfile({ organization, customer, invoice }: InvoiceDocument): [DocumentPath, boolean][] {
  const categories = invoice.totals.vatGroups.map((group) => vatTreatments[group.treatment].category)
  const needsCustomersNumber = categories.some((category) => category === 'AE' || category === 'K')
  return [
    ['organization.vatNumber', organization.vatNumber !== null],
    ['customer.vatNumber', !needsCustomersNumber || customer.vatNumber !== null],
  ]
}

/** BR-NL-1, BR-NL-3 and BR-NL-11, with their like in Peppol's rules for Dutch senders. */
function dutchSender({ organization, invoice }: InvoiceDocument): [DocumentPath, boolean][] {
  return [
    ['organization.kvkNumber', organization.kvkNumber !== null],
    ['organization.address', organization.address !== null],
    ['organization.postalCode', organization.postalCode !== null],
    ['organization.city', organization.city !== null],
    ['organization.iban', invoice.totals.gross <= 0n || organization.iban !== null],
  ]
}

/**
 * By what the buyer finds the way inside (BT-10): his reference, or else whom the invoice is addressed to.
 * Dutch and Peppol receivers take no invoice without it or an order number.
 */
export function buyerReferenceOf({ customer, invoice }: InvoiceDocument): string | null {
  const reference = invoice.buyerReference ?? null
  if (reference !== null && reference.trim() !== '') return onOneLine(reference)
  if ((invoice.orderNumber ?? null) !== null) return null
  return onOneLine(customer.contactName ?? customer.name)
}
