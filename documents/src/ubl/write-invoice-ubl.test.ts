import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { validateCustomer } from '@stella/invoicing'
import fc from 'fast-check'
import { XmlDocument, XsdValidator } from 'libxml2-wasm'
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs'
import { describe, expect, test } from 'vitest'
import { anyFinalDocument, finalDocument, given } from '../testing/example-documents.ts'
import { readUbl, type UblNode } from '../testing/read-ubl.ts'
import { writeInvoiceUbl } from './write-invoice-ubl.ts'

// The schemas of OASIS are no part of the project; where they are not at hand, that one test is skipped.
const schemaFile = fileURLToPath(
  new URL('../../../../shared/ubl-xsd/maindoc/UBL-Invoice-2.1.xsd', import.meta.url),
)
const atHand = existsSync(schemaFile)
if (!atHand) console.warn('Notice: the UBL schemas are not at hand; validation against them is skipped.')

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

  test('carries every text over whole', () => {
    const text = `<b>"Brood" & 'banket'</b> ]]> 🥐 Łódź ${'x'.repeat(300)}`
    const lines = [
      { description: `${text}\ntweede regel`, quantity: '1', unitPrice: '1', vatTreatment: 'high' },
    ]
    readUbl(writeInvoiceUbl(finalDocument({ description: text, lines })), (root) => {
      expect(root.texts('cbc:Note')).toEqual([text])
      expect(root.texts('.//cac:Item/cbc:Name')).toEqual([text])
      expect(root.texts('.//cac:Item/cbc:Description')).toEqual(['tweede regel'])
    })
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

  test('a discount keeps its price positive and its quantity negative', () => {
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

  test('keeps the sums of EN 16931 to the cent, whatever the invoice', () => {
    fc.assert(
      fc.property(anyFinalDocument, (document) => {
        readUbl(writeInvoiceUbl(document), (root) => {
          checkSums(root)
          expect(root.amount('.//cbc:PayableAmount')).toBe(document.invoice.totals.gross)
          expect(root.amount('cac:TaxTotal/cbc:TaxAmount')).toBe(document.invoice.totals.vat)
        })
      }),
    )
  })

  test.runIf(atHand)('is valid against the schema of UBL 2.1, whatever the invoice', () => {
    xmlRegisterFsInputProviders()
    const schema = XmlDocument.fromBuffer(readFileSync(schemaFile), { url: schemaFile })
    const validator = XsdValidator.fromDoc(schema)
    const validate = (xml: string) => {
      const document = XmlDocument.fromString(xml)
      try {
        validator.validate(document)
      } finally {
        document.dispose()
      }
    }
    validate(writeInvoiceUbl(finalDocument()))
    fc.assert(fc.property(anyFinalDocument, (document) => validate(writeInvoiceUbl(document))))
    const broken = writeInvoiceUbl(finalDocument()).replace('<cbc:ID>2026-0215</cbc:ID>', '')
    expect(() => validate(broken)).toThrow(/ID/)
    validator.dispose()
    schema.dispose()
  })
})

/** BR-CO-10, 13, 14, 15, 16 and 17, all without tolerance, and the price of each line. */
function checkSums(root: UblNode): void {
  const lines = root.nodes('cac:InvoiceLine')
  const net = root.amount('.//cac:LegalMonetaryTotal/cbc:LineExtensionAmount')
  const vat = root.amount('cac:TaxTotal/cbc:TaxAmount')
  const inclusive = root.amount('.//cbc:TaxInclusiveAmount')
  const rounding =
    root.texts('.//cbc:PayableRoundingAmount').length === 0 ? 0n : root.amount('.//cbc:PayableRoundingAmount')
  expect(sum(lines.map((line) => line.amount('cbc:LineExtensionAmount')))).toBe(net)
  expect(root.amount('.//cbc:TaxExclusiveAmount')).toBe(net)
  expect(inclusive).toBe(net + vat)
  expect(root.amount('.//cbc:PayableAmount')).toBe(inclusive + rounding)
  const subtotals = root.nodes('cac:TaxTotal/cac:TaxSubtotal')
  expect(sum(subtotals.map((it) => it.amount('cbc:TaxAmount')))).toBe(vat)
  for (const subtotal of subtotals) {
    const [rate = ''] = subtotal.texts('cac:TaxCategory/cbc:Percent')
    const base = subtotal.amount('cbc:TaxableAmount')
    const error = 2n * (subtotal.amount('cbc:TaxAmount') * 100n - base * BigInt(rate))
    expect(error <= 100n && error >= -100n).toBe(true)
    const ofRate = lines.filter((line) => line.texts('.//cbc:Percent')[0] === rate)
    expect(sum(ofRate.map((line) => line.amount('cbc:LineExtensionAmount')))).toBe(base)
  }
  for (const line of lines) expect(line.texts('.//cbc:PriceAmount')[0]).not.toContain('-')
}

function sum(amounts: readonly bigint[]): bigint {
  return amounts.reduce((left, right) => left + right, 0n)
}
