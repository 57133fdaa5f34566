import { type Cents, cents, dueDate, sumOf } from '@stella/invoicing'
import type { FinalInvoiceDocument } from '../invoice-document.ts'
import { lineBases, lineElement } from './lines.ts'
import { partyElement } from './party.ts'
import { amount, subtotalsOf, taxTotalElement } from './tax.ts'
import { type Element, group, leaf, writeXml } from './xml.ts'

/** NLCIUS 1.0, the Dutch use of EN 16931. */
const CUSTOMIZATION = 'urn:cen.eu:en16931:2017#compliant#urn:fdc:nen.nl:nlcius:v1.0'

/** «Commercial invoice» (UNCL 1001). */
const INVOICE_TYPE = '380'

/** «SEPA credit transfer» (UNCL 4461). */
const SEPA_CREDIT_TRANSFER = '58'

const UBL = 'urn:oasis:names:specification:ubl:schema:xsd'
const namespaces = {
  xmlns: `${UBL}:Invoice-2`,
  'xmlns:cac': `${UBL}:CommonAggregateComponents-2`,
  'xmlns:cbc': `${UBL}:CommonBasicComponents-2`,
}

/**
 * Writes a final invoice as UBL 2.1 in the shape of NLCIUS (EN 16931). All amounts are exact: lines add up to
 * totals, and the VAT is the rate over its base to the cent. Where prices include VAT and no base reaches the
 * price, the last cents stand as rounding (BT-114), and what must be paid is the price.
 *
 * What is not known is left out; an invoice without the sender's VAT number is well formed, but no receiver
 * has to take it.
 */
export function writeInvoiceUbl({ organization, customer, invoice }: FinalInvoiceDocument): string {
  const { totals } = invoice
  const subtotals = subtotalsOf(totals)
  const bases = lineBases(invoice.lines, totals, invoice.pricesIncludeVat)
  const content = [
    leaf('cbc:CustomizationID', CUSTOMIZATION),
    leaf('cbc:ID', invoice.number),
    leaf('cbc:IssueDate', invoice.invoiceDate),
    leaf('cbc:DueDate', dueDate(invoice)),
    leaf('cbc:InvoiceTypeCode', INVOICE_TYPE),
    leaf('cbc:Note', invoice.description),
    leaf('cbc:DocumentCurrencyCode', 'EUR'),
    group('cac:AccountingSupplierParty', [partyElement(organization, null)]),
    group('cac:AccountingCustomerParty', [partyElement(customer, customer.contactName)]),
    paymentMeans(organization.iban, organization.name, invoice.number),
    taxTotalElement(subtotals),
    monetaryTotal(bases, totals.vat, totals.gross),
    ...invoice.lines.map((line, index) =>
      lineElement(line, index + 1, bases[index] ?? cents(0n), invoice.pricesIncludeVat),
    ),
  ].filter((element) => element !== null)
  return writeXml({ name: 'Invoice', attributes: namespaces, content })
}

function paymentMeans(iban: string | null, accountName: string, invoiceNumber: string): Element | null {
  if (iban === null) return null
  return group('cac:PaymentMeans', [
    leaf('cbc:PaymentMeansCode', SEPA_CREDIT_TRANSFER),
    leaf('cbc:PaymentID', invoiceNumber),
    group('cac:PayeeFinancialAccount', [leaf('cbc:ID', iban), leaf('cbc:Name', accountName)]),
  ])
}

function monetaryTotal(bases: readonly Cents[], vat: Cents, payable: Cents): Element | null {
  const net = sumOf(bases)
  const withVat = sumOf([net, vat])
  const rounding = cents(payable - withVat)
  return group('cac:LegalMonetaryTotal', [
    amount('cbc:LineExtensionAmount', net),
    amount('cbc:TaxExclusiveAmount', net),
    amount('cbc:TaxInclusiveAmount', withVat),
    rounding === 0n ? null : amount('cbc:PayableRoundingAmount', rounding),
    amount('cbc:PayableAmount', payable),
  ])
}
