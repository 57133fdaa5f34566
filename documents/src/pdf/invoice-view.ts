import { dueDate, formatAmount, type PlainDate } from '@stella/invoicing'
import { documentAmounts } from '../amounts/document-amounts.ts'
import { type InvoiceDocument, isCreditNote, isFinal, isItem } from '../invoice-document.ts'
import { type Format, formatIn, spacedIban } from '../languages/format.ts'
import { languageOf, wordsOf } from '../languages/language.ts'
import { filled, type Words } from '../languages/words.ts'
import { accentsOf } from './colour.ts'
import { carriedOf, type LineView, linesOf } from './line-view.ts'
import { type RecipientView, recipientOf, type SenderView, senderOf } from './party-view.ts'
import { type PaymentView, paymentOf } from './payment-view.ts'
import { type LawView, lawOf, totalsOf } from './totals-view.ts'
import type { Fact, Wording } from './wording.ts'

/** A sentence of which a part is set stronger: «te betalen uiterlijk **23 december 2026**». */
export type Sentence = readonly { readonly text: string; readonly strong: boolean }[]

/** Everything the template invoice.typ sets, worded and formatted. */
export type InvoiceView = {
  readonly title: string
  readonly language: string
  readonly date: { readonly year: number; readonly month: number; readonly day: number }
  readonly accents: { readonly rules: string; readonly amounts: string }
  readonly draft: boolean
  readonly sender: SenderView
  readonly heading: string
  /** «Factuur 2026-0001 · 23 november 2026», on the further pages. */
  readonly again: string
  readonly answer: { readonly amount: string; readonly isLong: boolean; readonly note: Sentence }
  readonly recipient: RecipientView
  readonly facts: readonly (Fact & { readonly span: number })[]
  readonly intro: string
  readonly columns: readonly string[]
  readonly lines: readonly LineView[]
  readonly carried: readonly string[]
  readonly totals: readonly Fact[]
  readonly payable: Fact
  readonly law: readonly LawView[]
  readonly closing: string
  readonly payment: PaymentView | null
  readonly foot: {
    readonly numbers: readonly string[]
    readonly account: readonly string[]
    readonly terms: string
  }
  readonly words: { readonly page: string; readonly carriedTo: string; readonly carriedFrom: string }
}

/**
 * Words an invoice in the language of its customer, with all that Dutch law wants on it (article 35a of the VAT
 * act, and the KvK number of the Handelsregisterwet), as far as the parties have filled it in.
 */
export function viewOf(document: InvoiceDocument): InvoiceView {
  const words = wordsOf(document)
  const language = languageOf(document)
  const format = formatIn(language, words)
  const wording: Wording = { document, words, format, amounts: documentAmounts(document) }
  const { organization, invoice } = document
  const heading = headingOf(wording)
  const [year = 0, month = 0, day = 0] = invoice.invoiceDate.split('-').map(Number)
  return {
    title: `${heading} ${organization.name}`,
    language,
    date: { year, month, day },
    accents: accentsOf(organization.accentColor ?? null),
    draft: invoice.state === 'draft',
    sender: senderOf(organization),
    heading,
    again: `${heading} · ${format.date(invoice.invoiceDate)}`,
    answer: answerOf(wording),
    recipient: recipientOf(wording),
    facts: factsOf(wording),
    intro: invoice.description,
    columns: columnsOf(wording),
    lines: linesOf(wording),
    carried: carriedOf(wording),
    totals: totalsOf(wording),
    payable: {
      label: isCreditNote(document) ? words.creditTotal : words.toPay,
      value: format.euros(formatAmount(invoice.totals.gross)),
    },
    law: lawOf(wording),
    closing: invoice.closing ?? '',
    payment: paymentOf(wording),
    foot: footOf(wording),
    words: { page: words.page, carriedTo: words.carriedTo, carriedFrom: words.carriedFrom },
  }
}

function headingOf({ document, words }: Wording): string {
  if (!isFinal(document)) return words.draft
  return `${isCreditNote(document) ? words.creditNote : words.invoice} ${document.invoice.number}`
}

/** From here on the amount is set smaller, so that it ends left of the window of an envelope. */
const LONG_AMOUNT = 100_000_000n

/** What most readers look for: how much, and by when. */
function answerOf(wording: Wording): InvoiceView['answer'] {
  const { document, format } = wording
  const { gross } = document.invoice.totals
  const isCredit = isCreditNote(document)
  const unsigned = formatAmount(gross).replace('-', '')
  const amount = format.euros(isCredit ? unsigned : formatAmount(gross))
  return { amount, isLong: gross >= LONG_AMOUNT || gross <= -LONG_AMOUNT, note: noteOf(wording) }
}

function noteOf({ document, words, format }: Wording): Sentence {
  const { invoice } = document
  if (!isFinal(document)) return plain(words.draftNote)
  if (isCreditNote(document)) {
    const { creditedInvoice } = invoice
    return creditedInvoice ? withStrong(words.deductedFrom, 'number', creditedInvoice.number) : []
  }
  if (invoice.totals.gross === 0n) return plain(words.nothingToPay)
  if (invoice.totals.gross < 0n) return plain(words.paidToYou)
  return withStrong(words.dueBy, 'date', format.date(dueDate(invoice)))
}

function plain(text: string): Sentence {
  return [{ text, strong: false }]
}

function withStrong(sentence: string, name: string, value: string): Sentence {
  const [before = '', after = ''] = sentence.split(`{${name}}`)
  return [
    { text: before, strong: false },
    { text: value, strong: true },
    { text: after, strong: false },
  ].filter((part) => part.text !== '')
}

/** A fact of more characters than this gets a row of its own. */
const LONG_FACT = 30

function factsOf({ document, words, format }: Wording): InvoiceView['facts'] {
  const { invoice } = document
  const { facts } = words
  const credited = invoice.creditedInvoice ?? null
  const isCredit = isCreditNote(document)
  const all: readonly (readonly [string, string | null | undefined, number?])[] = [
    [isCredit ? facts.creditNumber : facts.number, invoice.number ?? words.follows],
    [facts.date, format.date(invoice.invoiceDate)],
    [facts.dueDate, isCredit ? null : format.date(dueDate(invoice))],
    [facts.creditedInvoice, credited === null ? null : ofDate(words, format, credited), 2],
    ...supplyFacts(words, format, invoice.supply ?? null),
    [facts.buyerReference, invoice.buyerReference],
    [facts.orderNumber, invoice.orderNumber],
    [facts.projectNumber, invoice.projectNumber],
    [facts.contractNumber, invoice.contractNumber],
  ]
  return all.flatMap(([label, value, span = 1]) => {
    if (value === null || value === undefined || value === '') return []
    return [{ label, value, span: value.length > LONG_FACT ? 5 : span }]
  })
}

function ofDate(words: Words, format: Format, credited: { number: string; invoiceDate: PlainDate }): string {
  const date = format.date(credited.invoiceDate)
  return filled(words.ofDate, { number: credited.number, date }).replaceAll(' ', '\u00a0')
}

function supplyFacts(
  words: Words,
  format: Format,
  supply: { readonly from: PlainDate; readonly until: PlainDate } | null,
): [string, string][] {
  if (supply === null) return []
  const label = supply.from === supply.until ? words.facts.supplyDate : words.facts.supplyPeriod
  return [[label, format.period(supply.from, supply.until)]]
}

function columnsOf({ document, words }: Wording): string[] {
  const { columns } = words
  const price = document.invoice.pricesIncludeVat ? columns.priceWithVat : columns.priceWithoutVat
  // A heading over nothing would ask what is missing.
  const unit = document.invoice.lines.some((line) => isItem(line) && line.unit) ? columns.unit : ''
  return [columns.description, columns.quantity, unit, price, columns.vat, columns.amount]
}

function footOf({ document, words }: Wording): InvoiceView['foot'] {
  const { organization, invoice } = document
  const account = organization.accountName ?? organization.name
  const term = isCreditNote(document) || invoice.totals.gross <= 0n ? '' : words.term
  return {
    numbers: [
      ...(organization.kvkNumber === null ? [] : [`KvK ${organization.kvkNumber}`]),
      ...(organization.vatNumber === null ? [] : [`${words.vatNumber} ${organization.vatNumber}`]),
    ],
    account:
      organization.iban === null
        ? []
        : [`IBAN ${spacedIban(organization.iban)}`, filled(words.inNameOf, { name: account })],
    terms: [filled(term, { days: String(invoice.paymentTermDays) }), organization.terms ?? '']
      .filter((text) => text !== '')
      .join(' '),
  }
}
