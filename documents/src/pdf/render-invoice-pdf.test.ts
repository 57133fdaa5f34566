import { inflateSync } from 'node:zlib'
import { validateOrganization } from '@stella/invoicing'
import { describe, expect, test } from 'vitest'
import { draftDocument, finalDocument, given } from '../testing/example-documents.ts'
import { writeInvoiceUbl } from '../ubl/write-invoice-ubl.ts'
import { renderInvoicePdf } from './render-invoice-pdf.ts'

describe('renderInvoicePdf', () => {
  test('a final invoice is PDF/A-3b with its UBL inside, byte for byte', async () => {
    const document = finalDocument()
    const pdf = await renderInvoicePdf(document)
    expect(latin(pdf).startsWith('%PDF-')).toBe(true)
    expect(claimsPdfA3(pdf)).toBe(true)
    expect(latin(pdf)).toContain('factuur-2026-0215.xml')
    expect(streamsOf(pdf)).toContain(writeInvoiceUbl(document))
  })

  test('the same invoice gives the same bytes', async () => {
    const [first, second] = [await renderInvoicePdf(finalDocument()), await renderInvoicePdf(finalDocument())]
    expect(Buffer.compare(first, second)).toBe(0)
  })

  test('a draft has nothing attached and looks different', async () => {
    const draft = await renderInvoicePdf(draftDocument())
    expect(latin(draft)).not.toContain('.xml')
    expect(claimsPdfA3(draft)).toBe(true)
  })

  test('markup in what was entered stays text', async () => {
    const text = '#panic("x") *vet* $1+1$ <label> @ref `code` #sys.inputs \\ "aanhaling" // weg /* weg */'
    const lines = [{ description: text, quantity: '1', unitPrice: '1', vatTreatment: 'high' }]
    expect(claimsPdfA3(await renderInvoicePdf(finalDocument({ description: text, lines })))).toBe(true)
  })

  test.each([
    ['emoji', '🚰 👩‍🔧 🎂 🇳🇱 😀'],
    ['other alphabets', 'Łódź Ελλάδα Москва مرحبا'],
    ['one word of 500 letters', 'W'.repeat(500)],
    ['250 lines', 'a\n'.repeat(249)],
  ])('%s', async (_what, text) => {
    const lines = [{ description: text, quantity: '1', unitPrice: '1', vatTreatment: 'high' }]
    const pdf = await renderInvoicePdf(finalDocument({ description: text, lines }))
    expect(claimsPdfA3(pdf)).toBe(true)
  })

  test('a character that no font has (here of a private plane) still gives a PDF with the whole text attached', async () => {
    const document = finalDocument({ description: '\u{10ff00}' })
    const pdf = await renderInvoicePdf(document)
    expect(claimsPdfA3(pdf)).toBe(false)
    expect(streamsOf(pdf)).toContain(writeInvoiceUbl(document))
  })

  test('an invoice of 500 lines, the most there can be, takes several pages', async () => {
    const lines = Array.from({ length: 500 }, (_none, index) => ({
      description: `Regel ${index + 1}`,
      quantity: '1',
      unitPrice: '1',
      vatTreatment: 'high',
    }))
    const pdf = await renderInvoicePdf(finalDocument({ lines }))
    expect(latin(pdf).match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(10)
  })

  test('a sender of whom only the name is known is enough', async () => {
    const { customer, invoice } = draftDocument({ lines: [], description: '' })
    const organization = given(validateOrganization({ name: 'Nieuw' }))
    expect(claimsPdfA3(await renderInvoicePdf({ organization, customer, invoice }))).toBe(true)
  })
})

function claimsPdfA3(pdf: Uint8Array): boolean {
  const metadata = [latin(pdf), ...streamsOf(pdf)].join('\n')
  return /<pdfaid:part>3</.test(metadata) && /<pdfaid:conformance>B</.test(metadata)
}

function latin(pdf: Uint8Array): string {
  return Buffer.from(pdf).toString('latin1')
}

/** The content of every stream, unpacked where it is packed; of the rest what can be read as text. */
function streamsOf(pdf: Uint8Array): string[] {
  const bytes = Buffer.from(pdf)
  return [...latin(pdf).matchAll(/\bstream\r?\n/g)].map((match) => {
    const start = match.index + match[0].length
    const raw = bytes.subarray(start, bytes.indexOf('endstream', start))
    try {
      return inflateSync(raw).toString('utf8')
    } catch {
      return raw.toString('utf8')
    }
  })
}
