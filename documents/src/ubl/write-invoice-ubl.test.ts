import { validateCustomer, vatTreatments } from '@stella/invoicing'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { InvoiceDocument } from '../invoice-document.ts'
import { anyFinalDocument } from '../testing/any-document.ts'
import { draftDocument, exampleCustomer, finalDocument, given } from '../testing/example-documents.ts'
import { readUbl, type UblNode } from '../testing/read-ubl.ts'
import { openSchemas } from '../testing/ubl-schemas.ts'
import { writeInvoiceUbl } from './write-invoice-ubl.ts'

const schemas = openSchemas()

describe('writeInvoiceUbl', () => {
  test('names the parties, the dates and how to pay', () => {
    readUbl(writeInvoiceUbl(finalDocument()), (root) => {
      expect(root.texts('cbc:ID')).toEqual(['2026-0215'])
      expect(root.texts('cbc:IssueDate | cbc:DueDate')).toEqual(['2026-11-23', '2026-12-23'])
      expect(root.texts('.//cac:PartyLegalEntity/cbc:RegistrationName')).toEqual([
        'Van Dijk Installatie',
        'Kroon Vastgoed B.V.',
      ])
      expect(root.texts('.//cac:PartyTaxScheme/cbc:CompanyID')).toEqual(['NL004495445B01', 'NL000099998B57'])
      expect(root.texts(".//cac:PartyLegalEntity/cbc:CompanyID[@schemeID='0106']")).toEqual([
        '12345678',
        '87654321',
      ])
      expect(root.texts('cac:PaymentMeans/cbc:PaymentID')).toEqual(['2026-0215'])
      expect(root.texts('.//cac:PayeeFinancialAccount/cbc:ID')).toEqual(['NL91ABNA0417164300'])
    })
  })

  test('carries every text over whole, and each of its lines', () => {
    const text = `<b>"Brood" & 'banket'</b> ]]> 🥐 Łódź ${'x'.repeat(300)}`
    const lines = [
      { description: `${text}\ntweede regel`, quantity: '1', unitPrice: '1', vatTreatment: 'high' },
    ]
    readUbl(writeInvoiceUbl(finalDocument({ description: `${text}\ntwee`, lines })), (root) => {
      expect(root.texts('cbc:Note')).toEqual([`${text}\ntwee`])
      expect(root.texts('.//cac:Item/cbc:Name')).toEqual([text])
      expect(root.texts('.//cac:Item/cbc:Description')).toEqual(['tweede regel'])
    })
  })

  test('what XML cannot carry and what cannot be seen never reaches it', () => {
    const { organization, customer, invoice } = finalDocument()
    const description = 'week 12\t8 uur\u0085week 13\u202e\u200b \u0001\ud800'
    const lines = invoice.lines.slice(0, 1).map((line) => ({ ...line, description }))
    const xml = writeInvoiceUbl({
      organization,
      customer,
      invoice: { ...invoice, lines, description: '\u200b' },
    })
    readUbl(xml, (root) => {
      expect(root.texts('.//cac:Item/cbc:Name')).toEqual(['week 12 8 uur'])
      expect(root.texts('.//cac:Item/cbc:Description')).toEqual(['week 13 \ufffd\ufffd'])
      expect(root.texts('cbc:Note')).toEqual([])
    })
  })

  test('a note that looks like it had a code for its subject gets one', () => {
    const noteOf = (description: string) =>
      readUbl(writeInvoiceUbl(finalDocument({ description })), (root) => root.texts('cbc:Note'))
    expect(noteOf('Bouw #12a# noord')).toEqual(['#AAI#Bouw #12a# noord'])
    expect(noteOf('Kamer #12 en #13')).toEqual(['Kamer #12 en #13'])
  })

  test('an emoji is written by its number, and read as itself', () => {
    const xml = writeInvoiceUbl(finalDocument({ description: 'Kraan 🚰' }))
    expect(xml).toContain('Kraan &#x1f6b0;')
    readUbl(xml, (root) => expect(root.texts('cbc:Note')).toEqual(['Kraan 🚰']))
  })

  test('leaves out what is not known', () => {
    const { organization, invoice } = finalDocument({ description: '' })
    const customer = given(validateCustomer({ kind: 'person', name: 'Jan Jansen' }))
    const bare = { ...organization, vatNumber: null, kvkNumber: null, iban: null, email: null, phone: null }
    const xml = writeInvoiceUbl({ organization: bare, customer, invoice })
    readUbl(xml, (root) => {
      expect(root.texts('cbc:Note | cac:PaymentMeans | .//cac:PartyTaxScheme | .//cac:Contact')).toEqual([])
    })
    expect(xml).not.toContain('></')
  })

  test('€ 10.00 with VAT at 21 % is paid as € 10.00, with an exact base and the cent as rounding', () => {
    const lines = [{ description: 'Taart', quantity: '1', unitPrice: '10.00', vatTreatment: 'high' }]
    readUbl(writeInvoiceUbl(finalDocument({ pricesIncludeVat: true, lines })), (root) => {
      expect(root.amount('.//cac:TaxSubtotal/cbc:TaxableAmount')).toBe(827n)
      expect(root.amount('cac:TaxTotal/cbc:TaxAmount')).toBe(174n)
      expect(root.amount('.//cbc:TaxInclusiveAmount')).toBe(1_001n)
      expect(root.amount('.//cbc:PayableRoundingAmount')).toBe(-1n)
      expect(root.amount('.//cbc:PayableAmount')).toBe(1_000n)
    })
  })

  test('a line that takes off keeps its price positive and its quantity negative', () => {
    const lines = [
      { description: 'Werk', quantity: '3', unitPrice: '100', vatTreatment: 'high' },
      { description: 'Korting', quantity: '2', unitPrice: '-12.125', vatTreatment: 'high' },
    ]
    readUbl(writeInvoiceUbl(finalDocument({ lines })), (root) => {
      expect(root.texts('.//cbc:InvoicedQuantity')).toEqual(['3', '-2'])
      expect(root.texts('.//cbc:PriceAmount')).toEqual(['100.00', '12.125'])
      expect(root.texts('.//cac:InvoiceLine/cbc:LineExtensionAmount')).toEqual(['300.00', '-24.25'])
    })
  })

  test('a credit note is a CreditNote with positive amounts, and names the invoice', () => {
    const { organization, customer, invoice } = finalDocument({
      lines: [{ description: 'Retour', quantity: '-2', unitPrice: '10', vatTreatment: 'high' }],
    })
    const creditedInvoice = {
      number: '2026-0001',
      invoiceDate: invoice.invoiceDate,
      dueDate: invoice.invoiceDate,
      gross: invoice.totals.gross,
      remaining: null,
    }
    const credit = { ...invoice, kind: 'credit_note', creditedInvoice } as const
    readUbl(writeInvoiceUbl({ organization, customer, invoice: credit }), (root) => {
      expect(root.name).toBe('CreditNote')
      expect(root.texts('cbc:CreditNoteTypeCode')).toEqual(['381'])
      expect(root.texts('.//cbc:CreditedQuantity')).toEqual(['2'])
      expect(root.amount('.//cbc:PayableAmount')).toBe(2_420n)
      expect(root.texts('.//cac:InvoiceDocumentReference/cbc:ID')).toEqual(['2026-0001'])
      expect(root.texts('cac:PaymentMeans')).toEqual([])
    })
  })

  test('a text between the lines is a note of the line it stands above', () => {
    const { organization, customer, invoice } = finalDocument()
    const zero = { amount: invoice.totals.net, net: invoice.totals.net }
    const lines = [
      { kind: 'text', description: 'Ketelhuis' } as const,
      ...invoice.lines,
      { kind: 'text', description: 'Met garantie' } as const,
    ]
    const totals = { ...invoice.totals, lines: [zero, ...invoice.totals.lines, zero] }
    readUbl(writeInvoiceUbl({ organization, customer, invoice: { ...invoice, lines, totals } }), (root) => {
      const notes = root.nodes('cac:InvoiceLine').map((line) => line.texts('cbc:Note'))
      expect(notes).toEqual([['Ketelhuis'], [], [], ['Met garantie']])
    })
  })

  test('units are those of the United Nations', () => {
    const { organization, customer, invoice } = finalDocument()
    const units = ['hour', 'square_metre', 'instalment', null] as const
    const lines = invoice.lines.map((line, index) => ({ ...line, unit: units[index] ?? null }))
    const xml = writeInvoiceUbl({ organization, customer, invoice: { ...invoice, lines } })
    expect([...xml.matchAll(/InvoicedQuantity unitCode="(\w+)"/g)].map(([, code]) => code)).toEqual([
      'HUR',
      'MTK',
      'C62',
      'C62',
    ])
  })

  test('goods to another country of the EU say where and when they were delivered', () => {
    const { organization, invoice } = finalDocument()
    const customer = { ...exampleCustomer({ country: 'BE', vatNumber: 'BE0403170701', kvkNumber: null }) }
    const lines = invoice.lines.map((line) => ({ ...line, vatTreatment: 'eu_goods' as const }))
    const { net } = invoice.totals
    const vatGroups = [{ treatment: 'eu_goods', rate: '0', net, vat: 0n, gross: net }] as never
    const totals = { ...invoice.totals, vatGroups, vat: 0n as never, gross: net }
    readUbl(writeInvoiceUbl({ organization, customer, invoice: { ...invoice, lines, totals } }), (root) => {
      expect(root.texts('cac:Delivery/cbc:ActualDeliveryDate')).toEqual(['2026-11-23'])
      expect(root.texts('cac:Delivery//cbc:IdentificationCode')).toEqual(['BE'])
    })
  })

  test('carries the PDF along when asked to', () => {
    const pdf = { name: 'factuur-2026-0215.pdf', data: Buffer.from('%PDF-1.7') }
    readUbl(writeInvoiceUbl(finalDocument(), pdf), (root) => {
      const [content = ''] = root.texts('.//cbc:EmbeddedDocumentBinaryObject')
      expect(Buffer.from(content, 'base64').toString()).toBe('%PDF-1.7')
    })
  })

  test('keeps the sums of EN 16931 to the cent, whatever the document', () => {
    fc.assert(
      fc.property(anyFinalDocument, (document) => {
        const sign = document.invoice.kind === 'credit_note' ? -1n : 1n
        readUbl(writeInvoiceUbl(document), (root) => {
          checkSums(root, document)
          expect(root.amount('.//cbc:PayableAmount')).toBe(sign * document.invoice.totals.gross)
          expect(root.amount('cac:TaxTotal/cbc:TaxAmount')).toBe(sign * document.invoice.totals.vat)
        })
      }),
    )
  })

  test.runIf(schemas !== null)('is valid against the schema of UBL 2.1, whatever the document', () => {
    schemas?.validate(writeInvoiceUbl(finalDocument()))
    const pdf = { name: 'a.pdf', data: Buffer.from('%PDF') }
    fc.assert(fc.property(anyFinalDocument, (document) => schemas?.validate(writeInvoiceUbl(document, pdf))))
    const broken = writeInvoiceUbl(finalDocument()).replace('<cbc:ID>2026-0215</cbc:ID>', '')
    expect(() => schemas?.validate(broken)).toThrow(/ID/)
  })

  test('is the same for a draft made final in another process', () => {
    expect(draftDocument().invoice.number).toBeNull()
    expect(writeInvoiceUbl(finalDocument())).toBe(writeInvoiceUbl(structuredClone(finalDocument())))
  })
})

/** BR-CO-10 to 17, and the price of each line. */
function checkSums(root: UblNode, document: InvoiceDocument): void {
  const lines = root.nodes('cac:InvoiceLine | cac:CreditNoteLine')
  const net = root.amount('.//cac:LegalMonetaryTotal/cbc:LineExtensionAmount')
  const optional = (path: string) => (root.texts(path).length === 0 ? 0n : root.amount(path))
  const allowances = optional('.//cbc:AllowanceTotalAmount')
  const charges = optional('.//cbc:ChargeTotalAmount')
  const vat = root.amount('cac:TaxTotal/cbc:TaxAmount')
  const inclusive = root.amount('.//cbc:TaxInclusiveAmount')
  expect(sum(lines.map((line) => line.amount('cbc:LineExtensionAmount')))).toBe(net)
  expect(sumOfCharges(root.nodes('cac:AllowanceCharge'))).toBe(charges - allowances)
  expect(root.amount('.//cbc:TaxExclusiveAmount')).toBe(net - allowances + charges)
  expect(inclusive).toBe(net - allowances + charges + vat)
  expect(root.amount('.//cbc:PayableAmount')).toBe(inclusive + optional('.//cbc:PayableRoundingAmount'))
  const subtotals = root.nodes('cac:TaxTotal/cac:TaxSubtotal')
  expect(sum(subtotals.map((it) => it.amount('cbc:TaxAmount')))).toBe(vat)
  for (const subtotal of subtotals) checkSubtotal(root, lines, subtotal, document)
  for (const line of lines) checkLine(line)
}

function checkSubtotal(
  root: UblNode,
  lines: readonly UblNode[],
  subtotal: UblNode,
  { invoice }: InvoiceDocument,
): void {
  const [category = ''] = subtotal.texts('cac:TaxCategory/cbc:ID')
  const [rate = ''] = subtotal.texts('cac:TaxCategory/cbc:Percent')
  const base = subtotal.amount('cbc:TaxableAmount')
  const hundredths = BigInt(Math.round(Number(rate) * 100))
  const error = subtotal.amount('cbc:TaxAmount') * 10_000n - base * hundredths
  // Each treatment is rounded by itself, and treatments that share category and rate are one subtotal. A part that is
  // credited says by itself what its VAT is over, and is beside the rate by no more than decision 029 shows.
  const sharing = invoice.totals.vatGroups.filter(
    (group) => vatTreatments[group.treatment].category === category && Number(group.rate) === Number(rate),
  )
  const inPart = invoice.pricesIncludeVat ? 10_000n + hundredths : 10_000n
  const tolerance = sum(sharing.map(({ taxable }) => (taxable === undefined ? 5_000n : inPart)))
  expect(error <= tolerance && error >= -tolerance).toBe(true)
  const isOf = (path: string) => (node: UblNode) =>
    node.texts(`${path}/cbc:ID`)[0] === category && node.texts(`${path}/cbc:Percent`)[0] === rate
  const ofLines = lines.filter(isOf('cac:Item/cac:ClassifiedTaxCategory'))
  const ofDocument = root.nodes('cac:AllowanceCharge').filter(isOf('cac:TaxCategory'))
  const nets = ofLines.map((line) => line.amount('cbc:LineExtensionAmount'))
  expect(sum(nets) + sumOfCharges(ofDocument)).toBe(base)
}

/** Quantity times price with its discounts and charges is the amount of the line, within half a cent (PEPPOL R120). */
function checkLine(line: UblNode): void {
  const number = (path: string, otherwise = 0) => Number(line.texts(path)[0] ?? otherwise)
  expect(number('.//cbc:PriceAmount')).toBeGreaterThanOrEqual(0)
  const quantity = number('cbc:InvoicedQuantity | cbc:CreditedQuantity')
  const full = (quantity * number('.//cbc:PriceAmount')) / number('.//cbc:BaseQuantity', 1)
  const more = Number(sumOfCharges(line.nodes('cac:AllowanceCharge'))) / 100
  expect(Math.abs(full + more - number('cbc:LineExtensionAmount'))).toBeLessThan(0.006)
}

function sumOfCharges(nodes: readonly UblNode[]): bigint {
  return sum(
    nodes.map((node) => {
      const amount = node.amount('cbc:Amount')
      return node.texts('cbc:ChargeIndicator')[0] === 'true' ? amount : -amount
    }),
  )
}

function sum(amounts: readonly bigint[]): bigint {
  return amounts.reduce((left, right) => left + right, 0n)
}
