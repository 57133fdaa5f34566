import { dueDate, sumOf } from '@stella/invoicing'
import type { FinalInvoiceDocument } from '../invoice-document.ts'
import { filled } from '../languages/words.ts'
import { documentAllowances } from './allowances.ts'
import { lineElements } from './lines.ts'
import { recipientElement, senderElement } from './party.ts'
import { BILLING_PROCESS, customizations } from './profile.ts'
import { deliveryElement, type EmbeddedPdf, referenceElements } from './references.ts'
import { taxTotalElement } from './tax.ts'
import { amount, type Writing, writingOf } from './writing.ts'
import { type Element, group, leaf, writeXml } from './xml.ts'

/** «Commercial invoice» and «credit note» (UNCL 1001). */
const INVOICE_TYPE = '380'
const CREDIT_NOTE_TYPE = '381'

/** «SEPA credit transfer» (UNCL 4461). */
const SEPA_CREDIT_TRANSFER = '58'

const UBL = 'urn:oasis:names:specification:ubl:schema:xsd'

/**
 * Writes a final invoice or credit note as UBL 2.1, in the profile of who receives it (see `profileOf`) and the
 * language of the customer. All amounts are exact: lines add up to totals, and the VAT is the rate over its base
 * to the cent. Where prices include VAT and no base reaches the price, the last cents stand as rounding
 * (BT-114), and what must be paid is the price.
 *
 * What is not known is left out. What EN 16931 itself cannot do without is named by `problemsOfDocument`, before
 * a document is made final.
 */
export function writeInvoiceUbl(document: FinalInvoiceDocument, pdf: EmbeddedPdf | null = null): string {
  const writing = writingOf(document)
  const name = writing.isCreditNote ? 'CreditNote' : 'Invoice'
  const attributes = {
    xmlns: `${UBL}:${name}-2`,
    'xmlns:cac': `${UBL}:CommonAggregateComponents-2`,
    'xmlns:cbc': `${UBL}:CommonBasicComponents-2`,
  }
  const content = [
    ...headElements(writing),
    ...referenceElements(writing, pdf),
    group('cac:AccountingSupplierParty', [senderElement(document.organization)]),
    group('cac:AccountingCustomerParty', [recipientElement(document.customer)]),
    deliveryElement(writing),
    paymentMeansElement(writing),
    paymentTermsElement(writing),
    ...documentAllowances(writing),
    taxTotalElement(writing),
    monetaryTotalElement(writing),
    ...lineElements(writing),
  ].filter((element) => element !== null)
  return writeXml({ name, attributes, content })
}

/** A credit note has no due date, and its type before its notes. */
function headElements({ document, profile, isCreditNote }: Writing): (Element | null)[] {
  const { invoice } = document
  const note = [invoice.description, invoice.closing ?? ''].filter((text) => text !== '').join('\n\n')
  return [
    leaf('cbc:CustomizationID', customizations[profile]),
    leaf('cbc:ProfileID', BILLING_PROCESS),
    leaf('cbc:ID', invoice.number),
    leaf('cbc:IssueDate', invoice.invoiceDate),
    isCreditNote ? null : leaf('cbc:DueDate', dueDate(invoice)),
    isCreditNote
      ? leaf('cbc:CreditNoteTypeCode', CREDIT_NOTE_TYPE)
      : leaf('cbc:InvoiceTypeCode', INVOICE_TYPE),
    leaf('cbc:Note', withSubject(note)),
    leaf('cbc:DocumentCurrencyCode', 'EUR'),
  ]
}

/** «General information» (UNCL 4451), the subject of a note that says none. */
const GENERAL_INFORMATION = '#AAI#'

/** Three characters between number signs are read as what a note is about (BT-21), where it means no such thing. */
function withSubject(note: string): string {
  return /^[^#]*#[^#]{3}#/u.test(note) ? GENERAL_INFORMATION + note : note
}

/** Where to pay, if anything is to be paid. The Dutch rules advise against the account's name (BR-NL-30). */
function paymentMeansElement({ document, profile }: Writing): Element | null {
  const { organization, invoice } = document
  if (organization.iban === null || invoice.totals.gross <= 0n) return null
  const accountName = organization.accountName ?? organization.name
  return group('cac:PaymentMeans', [
    leaf('cbc:PaymentMeansCode', SEPA_CREDIT_TRANSFER),
    leaf('cbc:PaymentID', invoice.number),
    group('cac:PayeeFinancialAccount', [
      leaf('cbc:ID', organization.iban),
      leaf('cbc:Name', profile === 'nlcius' ? null : accountName),
    ]),
  ])
}

function paymentTermsElement({ document, words, isCreditNote }: Writing): Element | null {
  const { creditedInvoice, paymentTermDays } = document.invoice
  const sentence = isCreditNote
    ? creditedInvoice
      ? filled(words.payment.creditExplanation, { number: creditedInvoice.number })
      : words.payment.creditAlone
    : filled(words.term, { days: String(paymentTermDays) })
  return group('cac:PaymentTerms', [leaf('cbc:Note', sentence)])
}

function monetaryTotalElement(writing: Writing): Element | null {
  const { amounts } = writing
  const has = (kind: string) => amounts.allowances.some((allowance) => allowance.kind === kind)
  const withVat = sumOf([amounts.net, amounts.vat])
  return group('cac:LegalMonetaryTotal', [
    amount(writing, 'cbc:LineExtensionAmount', amounts.linesNet),
    amount(writing, 'cbc:TaxExclusiveAmount', amounts.net),
    amount(writing, 'cbc:TaxInclusiveAmount', withVat),
    has('allowance') ? amount(writing, 'cbc:AllowanceTotalAmount', amounts.allowancesNet) : null,
    has('charge') ? amount(writing, 'cbc:ChargeTotalAmount', amounts.chargesNet) : null,
    amounts.rounding === 0n ? null : amount(writing, 'cbc:PayableRoundingAmount', amounts.rounding),
    amount(writing, 'cbc:PayableAmount', amounts.payable),
  ])
}
