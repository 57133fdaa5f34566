import {
  cents,
  fillTemplate,
  messageKinds,
  messageLanguages,
  validateTemplate,
  ZERO,
} from '@stella/invoicing'
import { describe, expect, test } from 'vitest'
import type { FinalInvoiceDocument } from '../invoice-document.ts'
import { finalDocument } from '../testing/example-documents.ts'
import { pngOf } from '../testing/pictures.ts'
import { fileNameOf } from './file-name.ts'
import { letterLogo } from './letter-logo.ts'
import { logoInMail, logoOnPage, placeholdersOf, usualTemplate, writeLetter } from './write-letter.ts'

const link = 'https://stella.voorbeeld.test/f/geheim'
const letterOf = (document: FinalInvoiceDocument, changes = {}) =>
  writeLetter({
    document,
    body: 'Goedendag,\n\nHierbij de factuur.',
    link,
    attachUbl: true,
    creditNotes: [],
    paid: ZERO,
    logo: null,
    ...changes,
  })

/** The words of a page, without its form. */
const wordsIn = (html: string) =>
  html
    .replaceAll(/<style>.*?<\/style>/gs, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')

describe('a letter with an invoice', () => {
  test('says what is to be paid, when, where, and where the invoice is seen', () => {
    const { html, text } = letterOf(finalDocument())
    for (const words of [
      'Factuur 2026-0215',
      'Hierbij de factuur.',
      'uiterlijk 23 december 2026',
      'NL91 ABNA 0417 1643 00',
      'factuur-2026-0215.pdf',
      'factuur-2026-0215.xml',
      'of bel 038 123 45 67',
    ]) {
      expect(text).toContain(words)
      expect(wordsIn(html)).toContain(words)
    }
    expect(text).toContain(link)
    expect(html).toContain(`href="${link}"`)
  })

  test('loads nothing and says nothing of Stella', () => {
    const { html, text } = letterOf(finalDocument(), { link: null })
    expect(html).not.toMatch(/src=|url\(|https?:/)
    expect(html + text).not.toMatch(/stella/i)
  })

  test('shows the logo that comes along in it, called by the name, and on a page from the page itself', async () => {
    const logo = await letterLogo({ format: 'png', data: pngOf(900, 300) })
    if (logo === null) throw new Error('It is a logo.')
    const { html, text } = letterOf(finalDocument(), { link: null, logo: logoInMail(logo) })
    expect(html).toMatch(/<img src="cid:logo" width="168" height="72" alt="Van Dijk Installatie"/)
    expect(html.match(/src=/g)).toHaveLength(1)
    expect(text).toBe(letterOf(finalDocument(), { link: null }).text)
    const { html: onPage } = letterOf(finalDocument(), { link: null, logo: logoOnPage(logo) })
    expect(onPage).toMatch(/<img src="data:image\/png;base64,iVBOR/)
  })

  test.each([
    ['#a8481c', '#a8481c', '#ffffff'],
    ['#f2c200', '#f2c200', '#000000'],
    [null, '#1a1a1c', '#ffffff'],
  ])('has a button in the colour %s, with words that can be read on it', (accentColor, ground, words) => {
    const example = finalDocument()
    const { html } = letterOf({ ...example, organization: { ...example.organization, accentColor } })
    expect(html).toContain(`background:${ground};border-radius`)
    expect(html).toMatch(new RegExp(`display:inline-block;[^"]*color:${words}`))
  })

  test.each(messageLanguages)('is whole in %s, with nothing left between braces', (language) => {
    const example = finalDocument()
    const document = { ...example, customer: { ...example.customer, language } }
    const { html, text } = letterOf(document)
    expect(html).toContain(`<html lang="${language}">`)
    expect(wordsIn(html) + text).not.toMatch(/[{}]|undefined|null/)
  })

  test('lets nobody write into the page', () => {
    const example = finalDocument()
    const organization = { ...example.organization, name: '<img src=x> & "Zn"' }
    const { html } = letterOf({ ...example, organization }, { body: '<script>1</script>' })
    expect(html).not.toMatch(/<script|<img/)
    expect(html).toContain('&lt;img src=x&gt; &amp; &quot;Zn&quot;')
  })

  test('asks what credit notes leave, says why, and warns of the code that holds the whole', () => {
    const document = finalDocument()
    const whole = document.invoice.totals.gross
    const { html, text } = letterOf(document, { creditNotes: [{ gross: cents(10_000n - whole) }] })
    expect(text).toContain('Te betalen: € 100,00, uiterlijk')
    for (const words of ['Bedrag: € 100,00', 'is € ', 'gecrediteerd.', 'niet de QR-code op de factuur'])
      expect(text).toContain(words)
    expect(wordsIn(html)).toContain('€\u00a0100,00'.replace('\u00a0', ' '))
    expect(wordsIn(html)).not.toContain('Op de factuur staat ook een QR-code')
    const settled = letterOf(document, { creditNotes: [{ gross: cents(-whole) }] }).text
    expect(settled).toContain('U hoeft niets meer te betalen.')
    expect(settled).not.toMatch(/Te betalen:|IBAN/)
  })

  test('asks what is left after a payment, says what came in, and nothing once all of it did', () => {
    const document = finalDocument()
    const whole = document.invoice.totals.gross
    const { html, text } = letterOf(document, { paid: cents(whole - 10_000n) })
    for (const words of [text, wordsIn(html)]) {
      expect(words).toMatch(/€.100,00/)
      expect(words).toMatch(/Al ontvangen: €/)
    }
    const settled = letterOf(document, { paid: whole }).text
    expect(settled).toContain('U hoeft niets meer te betalen')
  })

  test('asks for no money with a credit note, nor where nothing is to be paid', () => {
    const example = finalDocument()
    const invoice = { ...example.invoice, kind: 'credit_note' as const }
    const { html, text } = letterOf({ ...example, invoice })
    expect(text).toContain('Creditfactuur 2026-0215')
    expect(wordsIn(html) + text).not.toMatch(/Te betalen|IBAN|uiterlijk/)
    const nothing = { ...example.invoice, totals: { ...example.invoice.totals, gross: 0n as never } }
    expect(letterOf({ ...example, invoice: nothing }).text).not.toMatch(/Te betalen|IBAN/)
  })
})

test.each(messageKinds.flatMap((kind) => messageLanguages.map((language) => [kind, language] as const)))(
  'the usual words of a %s in %s can be filled in',
  (kind, language) => {
    const template = usualTemplate(kind, language)
    expect(validateTemplate(template).ok).toBe(true)
    const example = finalDocument({ description: '' })
    const filled = fillTemplate(template, placeholdersOf(example))
    expect(filled.subject).toContain('2026-0215')
    expect(filled.body + filled.subject).not.toMatch(/[{}]/)
    expect(filled.body).not.toMatch(/\n$/)
  },
)

test('a file has no slash in its name', () => {
  const example = finalDocument()
  const document = { ...example, invoice: { ...example.invoice, number: 'F/2026/1' } }
  expect(fileNameOf(document, 'pdf')).toBe('factuur-F-2026-1.pdf')
})
