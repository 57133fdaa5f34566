import { formatAmount, validateOrganization } from '@stella/invoicing'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dutch } from '../languages/dutch.ts'
import { formatIn } from '../languages/format.ts'
import { anyFinalDocument } from '../testing/any-document.ts'
import { draftDocument, exampleCustomer, finalDocument, given } from '../testing/example-documents.ts'
import { claimOf, latin, pagesOf, streamsOf } from '../testing/read-pdf.ts'
import { TypesettingError } from '../typesetting/typesetting-error.ts'
import { writeInvoiceUbl } from '../ubl/write-invoice-ubl.ts'
import { setInvoice } from './set-invoice.ts'

const headed = (text: string) => ({ ...finalDocument().customer, name: text })
const lineOf = (description: string) => ({ description, quantity: '1', unitPrice: '1', vatTreatment: 'high' })
const linesOf = (count: number) =>
  Array.from({ length: count }, (_none, index) => lineOf(`Regel ${index + 1}.`))

describe('setInvoice', () => {
  test('a final invoice is PDF/A-3a with its UBL inside, byte for byte', () => {
    const document = finalDocument()
    const pdf = setInvoice(document)
    expect(latin(pdf).startsWith('%PDF-')).toBe(true)
    expect(claimOf(pdf)).toBe('3A')
    expect(latin(pdf)).toContain('factuur-2026-0215.xml')
    expect(streamsOf(pdf)).toContain(writeInvoiceUbl(document))
  })

  test('the same invoice gives the same bytes, whatever was set before it', () => {
    const first = setInvoice(finalDocument())
    setInvoice(finalDocument({ description: '漢字', lines: linesOf(40) }))
    expect(Buffer.compare(first, setInvoice(finalDocument()))).toBe(0)
  })

  test('a draft has nothing attached, no number and no code', async () => {
    const draft = setInvoice(draftDocument())
    expect(latin(draft)).not.toContain('.xml')
    expect(claimOf(draft)).toBe('3A')
    const [page = ''] = await pagesOf(draft)
    expect(page).toContain('Dit is een concept')
    expect(page).not.toContain('Scan de code')
  })

  test('is read in the order of its parts, all of them in the text', async () => {
    const [page = ''] = await pagesOf(setInvoice(finalDocument()))
    const parts = [
      'Van Dijk Installatie',
      'Factuur 2026-0215',
      '€ 8.551,70',
      'te betalen uiterlijk 23 december 2026',
      'Kroon Vastgoed B.V.',
      'Expansievat 80 l\ngeplaatst',
      'Btw 21% over 6.500,00 1.365,00',
      'Te betalen € 8.551,70',
      'Scan de code',
      'KvK 12345678',
    ]
    const places = parts.map((part) => page.indexOf(part))
    expect(places.every((place) => place >= 0)).toBe(true)
    expect(places).toEqual([...places].sort((left, right) => left - right))
  })

  test.each(['nl', 'en', 'de'] as const)('can also be set as PDF/UA-1, in %s', (language) => {
    const { organization, invoice } = finalDocument({ description: 'مرحبا\nשלום' })
    const customer = { ...exampleCustomer(), language }
    const logo = { format: 'svg', data: Buffer.from(picture) } as const
    const sender = { ...organization, logo, accentColor: '#f2c200' }
    expect(() => setInvoice({ organization: sender, customer, invoice }, 'ua-1')).not.toThrow()
    expect(claimOf(setInvoice({ organization: sender, customer, invoice }))).toBe('3A')
  })

  test('markup in what was entered stays text', async () => {
    const text = '#panic("x") *vet* $1+1$ <label> @ref `code` #sys.inputs \\ "aanhaling" // weg /* weg */'
    const [page = ''] = await pagesOf(setInvoice(finalDocument({ description: text, lines: [lineOf(text)] })))
    expect(page.replaceAll(/\s/g, '').split(text.replaceAll(/\s/g, '')).length).toBe(3)
  })

  test.each([
    ['emoji', '🚰 👩‍🔧 🎂 🇳🇱 😀'],
    ['other alphabets', 'Łódź Ελλάδα Москва مرحبا שלום'],
    ['Chinese and Japanese', '漢字 東京 台灣 简体 かな カナ'],
    ['Korean', '한국어 서울'],
    ['Thai', 'การบำรุงรักษาระบบทำความร้อน'],
    ['scripts of India', 'हिन्दी বাংলা தமிழ் తెలుగు ಕನ್ನಡ മലയാളം ਪੰਜਾਬੀ ગુજરાતી ଓଡ଼ିଆ සිංහල'],
    ['a sign that only one weight has, also in a heading', '\u{1ee00}'],
    ['one word of 500 letters', 'W'.repeat(500)],
    ['one word of 500 letters that are joined', 'م'.repeat(500)],
    ['250 lines', 'a\n'.repeat(249)],
  ])('%s keep the promise of the file', (_what, text) => {
    const document = finalDocument({ description: text, lines: [lineOf(text)] })
    expect(claimOf(setInvoice({ ...document, customer: headed(text) }))).toBe('3A')
  })

  test('lines and tabs mean what they mean in the e-invoice', async () => {
    const description = 'week 12\t8 uur\u0085week 13\u20284 uur\u202e\u200b'
    const { organization, customer, invoice } = finalDocument()
    const lines = invoice.lines.map((line) => ({ ...line, description }))
    const [page = ''] = await pagesOf(setInvoice({ organization, customer, invoice: { ...invoice, lines } }))
    expect(page).toContain('week 12 8 uur\nweek 13\n4 uur')
  })

  test('a character that no font has is seen to be one, and the file inside has it whole', async () => {
    const document = finalDocument({ description: 'x\u{10ff00}y' })
    const pdf = setInvoice(document)
    expect(claimOf(pdf)).toBe('3A')
    expect((await pagesOf(pdf))[0]).toContain('x\ufffdy')
    expect(streamsOf(pdf)).toContain(writeInvoiceUbl(document))
  })

  test('an invoice of 1,000 lines has every line once, and carries its sums over', async () => {
    const { organization, customer, invoice } = finalDocument({ lines: linesOf(500) })
    const second = invoice.lines.map((line) => ({ ...line, description: `Vervolg ${line.description}` }))
    const lines = [...invoice.lines, ...second]
    const totals = { ...invoice.totals, lines: [...invoice.totals.lines, ...invoice.totals.lines] }
    const pages = await pagesOf(
      setInvoice({ organization, customer, invoice: { ...invoice, lines, totals } }),
    )
    const text = pages.join('\n').replaceAll('Vervolg Regel', 'Vervolg')
    for (const { description } of second) {
      expect(text.split(`${description.replace('Regel ', '')} 1`).length).toBe(2)
    }
    for (const { description } of linesOf(500)) expect(text.split(`${description} 1`).length).toBe(2)
    for (const [index, page] of pages.entries()) {
      const carriedTo = /Transport naar pagina \d+ ([\d.,]+)/.exec(page)?.[1]
      expect(pages[index + 1]?.match(/Transport van pagina \d+ ([\d.,]+)/)?.[1]).toBe(carriedTo)
    }
  })

  test('totals never stand alone, however many lines come before them', async () => {
    // Two pages full: from lines that share the first page with them to lines that fill it alone.
    for (let count = 1; count <= 44; count += 1) {
      const pages = await pagesOf(setInvoice(finalDocument({ description: '', lines: linesOf(count) })))
      const last = pages.at(-1) ?? ''
      const wanted = linesOf(count).slice(-2)
      for (const { description } of wanted) expect(last, `${count} lines`).toContain(`${description} 1`)
      expect(last, `${count} lines`).toContain('Scan de code')
    }
  })

  test('a sender of whom only the name is known is enough', () => {
    const { customer, invoice } = draftDocument({ lines: [], description: '' })
    const organization = given(validateOrganization({ name: 'Nieuw' }))
    expect(claimOf(setInvoice({ organization, customer, invoice }))).toBe('3A')
  })

  test('sets every kind of document, and says the same amounts as its UBL', async () => {
    await fc.assert(
      fc.asyncProperty(anyFinalDocument, async (document) => {
        const pdf = setInvoice({ ...document, customer: { ...document.customer, language: 'nl' } })
        expect(claimOf(pdf)).toBe('3A')
        const text = (await pagesOf(pdf)).join('\n')
        const { number } = formatIn('nl', dutch)
        expect(text).toContain(
          number(formatAmount(document.invoice.totals.vatGroups[0]?.vat ?? document.invoice.totals.vat)),
        )
        expect(text).toContain(number(formatAmount(document.invoice.totals.gross)).replace('\u2212', ''))
      }),
      { numRuns: 25 },
    )
  })

  test('a logo that points at other files is refused, and none of them is read', () => {
    const link = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><image href="invoice.typ"/></svg>'
    const { organization, customer, invoice } = finalDocument()
    const logo = { format: 'svg', data: Buffer.from(link) } as const
    expect(() => setInvoice({ organization: { ...organization, logo }, customer, invoice })).toThrow(
      TypesettingError,
    )
  })
})

const picture =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"><path d="M0 0h40v10h-40z" fill="#a8481c"/></svg>'
