import { formatAmount, readAmount, sumOf } from '@stella/invoicing'
import { FileFailure } from './file-failure.ts'
import { nodesAt, textAt, type XmlNode, xmlRecords, xmlText } from './read-xml.ts'

/** An electronic invoice or credit note in UBL 2.1, as cells by the field of an import. */
export type UblCells = Readonly<Record<string, string>>

/** The kinds of document that UBL 2.1 has of these. */
const documents: readonly string[] = ['Invoice', 'CreditNote']

/** «Credit note», and that for goods (UNCL 1001); an `Invoice` may be one too. */
const creditTypes: readonly string[] = ['381', '396']

/** A number of the Dutch trade register, wherever a party says it. */
const KVK_DIGITS = /^\d{8}$/

/**
 * Reads one document. Amounts are as they stand there, those of a credit note below zero; in another currency they are
 * left with its name, to be asked about.
 *
 * @throws FileFailure `broken_xml`
 */
export async function readUbl(bytes: Uint8Array): Promise<{ invoice: UblCells; customer: UblCells }> {
  const whole = async function* () {
    yield bytes
  }
  for await (const { node } of xmlRecords(xmlText(whole()), (path) => path.length === 1)) {
    if (documents.includes(node.name)) return cellsOf(node)
  }
  throw new FileFailure('broken_xml')
}

function cellsOf(document: XmlNode): { invoice: UblCells; customer: UblCells } {
  const customer = customerOf(document)
  const type = textAt(document, 'InvoiceTypeCode')
  const isCredit = document.name === 'CreditNote' || creditTypes.includes(type)
  const amount = amountsOf(document, isCredit)
  const payable = textAt(document, 'LegalMonetaryTotal', 'PayableAmount')
  return {
    customer,
    invoice: {
      number: textAt(document, 'ID'),
      customer: customer.name ?? '',
      customerKvk: customer.kvkNumber ?? '',
      customerVat: customer.vatNumber ?? '',
      customerEmail: customer.email ?? '',
      date: textAt(document, 'IssueDate'),
      due: textAt(document, 'DueDate') || textAt(document, 'PaymentMeans', 'PaymentDueDate'),
      description: textAt(document, 'Note'),
      reference: textAt(document, 'BuyerReference'),
      order: textAt(document, 'OrderReference', 'ID'),
      net: amount(textAt(document, 'LegalMonetaryTotal', 'TaxExclusiveAmount')),
      gross: amount(grossOf(document)),
      // What was paid before is known; whether the rest was is not.
      outstanding: payable !== '' && readAmount(payable) === 0n ? '0' : '',
      kind: isCredit ? 'credit_note' : '',
      credits: isCredit ? textAt(document, 'BillingReference', 'InvoiceDocumentReference', 'ID') : '',
      supplier: nameOf(nodesAt(document, 'AccountingSupplierParty', 'Party')[0]),
    },
  }
}

/** With what it was rounded by: what had to be paid. */
function grossOf(document: XmlNode): string {
  const [gross, rounding] = ['TaxInclusiveAmount', 'PayableRoundingAmount'].map((name) =>
    textAt(document, 'LegalMonetaryTotal', name),
  )
  const [whole, part] = [readAmount(gross ?? ''), readAmount(rounding ?? '')]
  return whole === null || part === null ? (gross ?? '') : formatAmount(sumOf([whole, part]))
}

function amountsOf(document: XmlNode, isCredit: boolean): (text: string) => string {
  const currency = textAt(document, 'DocumentCurrencyCode') || 'EUR'
  return (text) => {
    if (text === '') return ''
    if (currency !== 'EUR') return `${currency} ${text}`
    // A credit note says what it takes back; an invoice of that type says it below zero.
    if (!isCredit) return text
    return text.startsWith('-') ? text : `-${text}`
  }
}

function customerOf(document: XmlNode): UblCells {
  const [party] = nodesAt(document, 'AccountingCustomerParty', 'Party')
  if (party === undefined) return {}
  const [address] = nodesAt(party, 'PostalAddress')
  const at = (...names: string[]) => (address === undefined ? '' : textAt(address, ...names))
  const ids = [
    ...nodesAt(party, 'PartyLegalEntity', 'CompanyID'),
    ...nodesAt(party, 'PartyIdentification', 'ID'),
    ...nodesAt(party, 'EndpointID'),
  ].map(({ text }) => text.trim())
  return {
    name: nameOf(party),
    contactName: textAt(party, 'Contact', 'Name'),
    address: [at('StreetName'), at('BuildingNumber')].filter((text) => text !== '').join(' '),
    postalCode: at('PostalZone'),
    city: at('CityName'),
    country: at('Country', 'IdentificationCode'),
    email: textAt(party, 'Contact', 'ElectronicMail') || (ids.find((id) => id.includes('@')) ?? ''),
    phone: textAt(party, 'Contact', 'Telephone'),
    kvkNumber: ids.find((id) => KVK_DIGITS.test(id)) ?? '',
    vatNumber: textAt(party, 'PartyTaxScheme', 'CompanyID'),
  }
}

function nameOf(party: XmlNode | undefined): string {
  if (party === undefined) return ''
  return textAt(party, 'PartyName', 'Name') || textAt(party, 'PartyLegalEntity', 'RegistrationName')
}
