import { ZipFile } from 'yazl'

/** An e-invoice as other programs write it, with what a test wants otherwise. */
export function ublOf(
  number: string,
  {
    net = '100.00',
    gross = '121.00',
    customer = 'Café De Zwaan',
    kvk = '05061284',
    isCredit = false,
    currency = 'EUR',
    more = '',
  } = {},
): string {
  const name = isCredit ? 'CreditNote' : 'Invoice'
  return `<?xml version="1.0" encoding="UTF-8"?>
<${name} xmlns="urn:oasis:names:specification:ubl:schema:xsd:${name}-2"
  xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
  xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
  <cbc:ID>${number}</cbc:ID>
  <cbc:IssueDate>2026-03-02</cbc:IssueDate>
  ${isCredit ? '' : '<cbc:DueDate>2026-03-16</cbc:DueDate>'}
  <cbc:${name}TypeCode>${isCredit ? '381' : '380'}</cbc:${name}TypeCode>
  <cbc:Note>Onderhoud</cbc:Note>
  <cbc:DocumentCurrencyCode>${currency}</cbc:DocumentCurrencyCode>
  <cbc:BuyerReference>PO-7</cbc:BuyerReference>
  ${more}
  <cac:AccountingSupplierParty><cac:Party><cac:PartyName><cbc:Name>Bos Bouw</cbc:Name></cac:PartyName></cac:Party></cac:AccountingSupplierParty>
  <cac:AccountingCustomerParty><cac:Party>
    <cbc:EndpointID schemeID="0106">${kvk}</cbc:EndpointID>
    <cac:PartyName><cbc:Name>${customer}</cbc:Name></cac:PartyName>
    <cac:PostalAddress><cbc:StreetName>Ossenmarkt 8</cbc:StreetName><cbc:CityName>Zwolle</cbc:CityName><cbc:PostalZone>8011 MS</cbc:PostalZone><cac:Country><cbc:IdentificationCode>NL</cbc:IdentificationCode></cac:Country></cac:PostalAddress>
    <cac:PartyLegalEntity><cbc:RegistrationName>${customer}</cbc:RegistrationName><cbc:CompanyID schemeID="0106">${kvk}</cbc:CompanyID></cac:PartyLegalEntity>
    <cac:Contact><cbc:ElectronicMail>info@zwaan.example</cbc:ElectronicMail></cac:Contact>
  </cac:Party></cac:AccountingCustomerParty>
  <cac:LegalMonetaryTotal>
    <cbc:LineExtensionAmount currencyID="${currency}">${net}</cbc:LineExtensionAmount>
    <cbc:TaxExclusiveAmount currencyID="${currency}">${net}</cbc:TaxExclusiveAmount>
    <cbc:TaxInclusiveAmount currencyID="${currency}">${gross}</cbc:TaxInclusiveAmount>
    <cbc:PayableAmount currencyID="${currency}">${gross}</cbc:PayableAmount>
  </cac:LegalMonetaryTotal>
</${name}>`
}

/** Files as an archive. */
export async function archiveOf(files: Readonly<Record<string, string>>): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [name, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), name)
  zip.end()
  const parts: Buffer[] = []
  for await (const part of zip.outputStream) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

const relation = (id: string, name: string, kind: string, more = '') =>
  `<customerSupplier><custSupID>${id}</custSupID><custSupName>${name}</custSupName>${more}<custSupTp>${kind}</custSupTp></customerSupplier>`
const line = (account: string, amount: string, side: 'C' | 'D', more = '') =>
  `<trLine><nr>1</nr><accID>${account}</accID><docRef>${more ? '' : 'x'}</docRef><effDate>2026-02-01</effDate><desc>Werk</desc><amnt>${amount}</amnt><amntTp>${side}</amntTp>${more}</trLine>`
const owed = (number: string, customer: string) =>
  `<custSupID>${customer}</custSupID><invRef>${number}</invRef>`

/**
 * An auditfile with two customers and a supplier, two invoices, a credit note and what was paid, in the form of XAF 4.0
 * (lines under `trLines`) or 3.2, which also has an invoice of the year before that was open.
 */
export function auditFileOf(version: '3.2' | '4.0', { paidWith = owed('2026-001', 'D1') } = {}): string {
  const entry = (nr: string, lines: string) =>
    `<transaction><nr>${nr}</nr><desc>Verkoop ${nr}</desc><periodNumber>2</periodNumber><trDt>2026-02-01</trDt>${
      version === '4.0' ? `<trLines>${lines}</trLines>` : lines
    }</transaction>`
  const address =
    '<streetAddress><streetname>Kade</streetname><number>1</number><numberExtension>a</numberExtension><city>Kampen</city><postalCode>8261 AA</postalCode><country>NL</country></streetAddress>'
  const opening =
    version === '4.0'
      ? '<openingBalance><linesCount>0</linesCount></openingBalance>'
      : `<openingBalance><opBalDate>2026-01-01</opBalDate><obSubledgers><obSubledger><sbType>CS</sbType>
          <obSbLine><nr>1</nr><obLineNr>1</obLineNr><desc>Oud</desc><amnt>60.50</amnt><amntTp>D</amntTp>${owed('2025-099', 'D2')}<invPurSalTp>S</invPurSalTp><invDt>2025-11-20</invDt><invDueDt>2025-12-04</invDueDt></obSbLine>
          <obSbLine><nr>2</nr><obLineNr>2</obLineNr><desc>Inkoop</desc><amnt>10.00</amnt><amntTp>C</amntTp>${owed('I-1', 'K1')}<invPurSalTp>P</invPurSalTp></obSbLine>
        </obSubledger></obSubledgers></openingBalance>`
  const sales =
    entry(
      '1',
      line('1300', '121.00', 'D', owed('2026-001', 'D1')) +
        line('8000', '100.00', 'C') +
        line('1500', '21.00', 'C'),
    ) +
    entry('2', line('1300', '50.00', 'D', owed('2026-002', 'D2')) + line('8100', '50.00', 'C')) +
    entry(
      '3',
      line('1300', '12.10', 'C', owed('2026-003', 'D1')) +
        line('8000', '10.00', 'D') +
        line('1500', '2.10', 'D'),
    )
  return `<?xml version="1.0" encoding="UTF-8"?>
<auditfile xmlns="http://www.auditfiles.nl/XAF/${version}">
  <header><fiscalYear>2026</fiscalYear><startDate>2026-01-01</startDate><endDate>2026-12-31</endDate><curCode>EUR</curCode><softwareDesc>Oud Boekpakket</softwareDesc></header>
  <company><companyName>Bos Bouw</companyName>
    <customersSuppliers>${relation('D1', 'Fysio Aan de Gracht', 'C', `<eMail>info@fysio.example</eMail><commerceNr>05061284</commerceNr>${address}`)}${relation('D2', 'Anna &amp; Zn', 'B')}${relation('K1', 'Groothandel', 'S')}</customersSuppliers>
    <vatCodes><vatCode><vatID>1</vatID><vatToPayAccID>1500</vatToPayAccID></vatCode></vatCodes>
    ${opening}
    <transactions>
      <journal><jrnID>V</jrnID><desc>Verkoop</desc><jrnTp>S</jrnTp>
        ${sales}
      </journal>
      <journal><jrnID>B</jrnID><desc>Bank</desc><jrnTp>B</jrnTp>
        ${entry('1', line('1100', '121.00', 'D') + line('1300', '121.00', 'C', paidWith))}
      </journal>
    </transactions>
  </company>
</auditfile>`
}

/** One of XAF 4.0 with as many invoices of one customer. */
export function auditFileOfMany(count: number): string {
  const entries = Array.from(
    { length: count },
    (_none, at) =>
      `<transaction><nr>${at}</nr><trDt>2026-02-01</trDt><trLines>${line('1300', '121.00', 'D', owed(`F-${at}`, 'D1'))}${line('8000', '100.00', 'C')}${line('1500', '21.00', 'C')}</trLines></transaction>`,
  )
  return auditFileOf('4.0').replace(/<transaction>[\s\S]*?<\/journal>/, () => `${entries.join('')}</journal>`)
}
