import { type PlainDate, vatTreatments } from '@stella/invoicing'
import { countryElement } from './party.ts'
import { buyerReferenceOf } from './profile.ts'
import type { Writing } from './writing.ts'
import { type Element, group, leaf } from './xml.ts'

/** The PDF of the same document, to go along inside the e-invoice. */
export type EmbeddedPdf = { readonly name: string; readonly data: Uint8Array }

/** The buyer's own marks and the document credited, before the parties. Their order is that of the schema. */
export function referenceElements(writing: Writing, pdf: EmbeddedPdf | null): (Element | null)[] {
  const { document, isCreditNote } = writing
  const { orderNumber, contractNumber, projectNumber } = document.invoice
  return [
    leaf('cbc:BuyerReference', buyerReferenceOf(document)),
    periodElement(writing),
    group('cac:OrderReference', [leaf('cbc:ID', orderNumber ?? null)]),
    creditedElement(writing),
    group('cac:ContractDocumentReference', [leaf('cbc:ID', contractNumber ?? null)]),
    isCreditNote ? projectOfCreditNote(projectNumber ?? null) : null,
    pdf === null ? null : pdfElement(pdf),
    isCreditNote ? null : group('cac:ProjectReference', [leaf('cbc:ID', projectNumber ?? null)]),
  ]
}

function periodElement({ document }: Writing): Element | null {
  const { supply } = document.invoice
  if (!supply || supply.from === supply.until) return null
  return group('cac:InvoicePeriod', [leaf('cbc:StartDate', supply.from), leaf('cbc:EndDate', supply.until)])
}

/** The Dutch rules advise against the date of the invoice that is credited (BR-NL-24). */
function creditedElement({ document, profile }: Writing): Element | null {
  const credited = document.invoice.creditedInvoice ?? null
  if (credited === null) return null
  return group('cac:BillingReference', [
    group('cac:InvoiceDocumentReference', [
      leaf('cbc:ID', credited.number),
      leaf('cbc:IssueDate', profile === 'nlcius' ? null : credited.invoiceDate),
    ]),
  ])
}

/** A credit note has no place for a project; «50» (UNCL 1001) marks the reference as one. */
function projectOfCreditNote(projectNumber: string | null): Element | null {
  if (projectNumber === null) return null
  return group('cac:AdditionalDocumentReference', [
    leaf('cbc:ID', projectNumber),
    leaf('cbc:DocumentTypeCode', '50'),
  ])
}

function pdfElement({ name, data }: EmbeddedPdf): Element | null {
  return group('cac:AdditionalDocumentReference', [
    leaf('cbc:ID', name),
    group('cac:Attachment', [
      leaf('cbc:EmbeddedDocumentBinaryObject', Buffer.from(data).toString('base64'), {
        mimeCode: 'application/pdf',
        filename: name,
      }),
    ]),
  ])
}

/**
 * When it was supplied, and for goods to another country of the EU also where to (BR-IC-11 and -12): to the
 * customer's country and on the date of the invoice, where nothing else is known.
 */
export function deliveryElement({ document }: Writing): Element | null {
  const { customer, invoice } = document
  const isToOtherCountry = invoice.totals.vatGroups.some(
    (vatGroup) => vatTreatments[vatGroup.treatment].category === 'K',
  )
  return group('cac:Delivery', [
    leaf('cbc:ActualDeliveryDate', deliveryDate(document.invoice, isToOtherCountry)),
    isToOtherCountry
      ? group('cac:DeliveryLocation', [group('cac:Address', [countryElement(customer.country)])])
      : null,
  ])
}

function deliveryDate(
  { supply, invoiceDate }: Writing['document']['invoice'],
  isNeeded: boolean,
): PlainDate | null {
  if (!supply) return isNeeded ? invoiceDate : null
  return supply.from === supply.until ? supply.from : null
}
