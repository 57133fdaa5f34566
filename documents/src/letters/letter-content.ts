import {
  type Cents,
  dueDate,
  formatAmount,
  type MessageLanguage,
  negate,
  stillToPay,
  sumOf,
} from '@stella/invoicing'
import { pageWords } from '../customer-page/page-words.ts'
import { type FinalInvoiceDocument, isCreditNote } from '../invoice-document.ts'
import { formatIn, spacedIban } from '../languages/format.ts'
import { wordsOf } from '../languages/language.ts'
import { filled } from '../languages/words.ts'
import { paymentCode } from '../pdf/payment-code.ts'
import { fileNameOf } from './file-name.ts'
import { type LetterWords, letterWords } from './letter-words.ts'

/** A mail that brings one final invoice or credit note. */
export type InvoiceLetter = {
  /** Its customer's language is that of the letter. */
  readonly document: FinalInvoiceDocument
  /** What the organization says, lines and all; empty lines part paragraphs. */
  readonly body: string
  /** Where the customer sees the invoice; null without a link. */
  readonly link: string | null
  readonly attachUbl: boolean
  /** What was taken back of the invoice until now, with negative amounts. */
  readonly creditNotes: readonly { readonly gross: Cents }[]
  /** What is known to be paid of it until now. */
  readonly paid: Cents
  /** The picture in place of the name; null without one. */
  readonly logo: ShownLogo | null
}

/** A picture with where it is found: `cid:` for one in the mail itself, never an address that tells who read it. */
export type ShownLogo = { readonly address: string; readonly width: number; readonly height: number }

type Row = { readonly label: string; readonly value: string; readonly isStrong: boolean }

/** The parts of such a mail in the order in which they are read, without any form. */
export type LetterContent = {
  readonly language: MessageLanguage
  readonly title: string
  readonly preview: string
  readonly paragraphs: readonly (readonly string[])[]
  readonly toPay: {
    readonly label: string
    readonly amount: string
    readonly by: string
    /** The day in it. */
    readonly date: string
  } | null
  /** Why that is not what the invoice says; null where it is. */
  readonly less: string | null
  readonly button: { readonly label: string; readonly address: string } | null
  readonly transfer: {
    readonly title: string
    readonly rows: readonly Row[]
    readonly note: string | null
  } | null
  readonly attachments: {
    readonly title: string
    readonly files: readonly { readonly name: string; readonly what: string }[]
  }
  readonly closing: string
  readonly regards: readonly [greeting: string, name: string]
  /** Who sent it, one line each. */
  readonly foot: readonly string[]
  readonly accent: string | null
  readonly logo: ShownLogo | null
}

export function letterContent(letter: InvoiceLetter): LetterContent {
  const { document, link } = letter
  const { organization, invoice, customer } = document
  const language = customer.language ?? 'nl'
  const own = letterWords[language]
  const words = wordsOf(document)
  const isCredit = isCreditNote(document)
  const toPay = toPayOf(letter)
  const { phone, name } = organization
  return {
    language,
    title: `${isCredit ? words.creditNote : words.invoice} ${invoice.number}`,
    preview: toPay === null ? '' : filled(own.preview, { amount: toPay.amount, date: toPay.date }),
    paragraphs: paragraphsOf(letter.body),
    toPay: toPay && { ...toPay, label: own.toPay, by: filled(own.by, { date: toPay.date }) },
    less: whyLess(letter, toPay === null),
    button: link === null ? null : { label: isCredit ? own.viewCredit : own.view, address: link },
    transfer: transferOf(letter, own),
    attachments: {
      title: own.attachments,
      files: [
        { name: fileNameOf(document, 'pdf'), what: isCredit ? own.pdfCredit : own.pdf },
        ...(letter.attachUbl ? [{ name: fileNameOf(document, 'xml'), what: own.ubl }] : []),
      ],
    },
    closing: phone === null ? own.wrong : filled(own.wrongCall, { phone: unbroken(phone) }),
    regards: [own.regards, name],
    foot: footOf(document, words.vatNumber),
    accent: organization.accentColor ?? null,
    logo: letter.logo,
  }
}

/** What is left to be paid and until when; null where nothing is. */
function toPayOf({ creditNotes, document, paid }: InvoiceLetter) {
  const { invoice } = document
  const open = openOf(document, creditNotes, paid)
  if (open === 0n) return null
  const format = formatOf(document)
  return { amount: format.euros(formatAmount(open)), date: format.date(dueDate(invoice)) }
}

/** What is still to be paid of an invoice; nothing of a credit note. */
export function openOf(
  document: FinalInvoiceDocument,
  creditNotes: InvoiceLetter['creditNotes'],
  paid: Cents,
): Cents {
  return stillToPay({ ...document.invoice, credits: isCreditNote(document) || null }, creditNotes, paid)
}

function whyLess({ creditNotes, document, paid }: InvoiceLetter, isSettled: boolean): string | null {
  const format = formatOf(document)
  const words = pageWords[document.customer.language ?? 'nl']
  const euros = (amount: Cents) => format.euros(formatAmount(amount))
  const credited = negate(sumOf(creditNotes.map(({ gross }) => gross)))
  const why = [
    ...(creditNotes.length === 0
      ? []
      : [
          filled(words.credited, {
            total: euros(document.invoice.totals.gross),
            credited: euros(credited),
          }),
        ]),
    ...(isPaidOf(document, paid) ? [filled(words.received, { paid: euros(paid) })] : []),
  ]
  if (why.length === 0) return null
  return isSettled ? [`${words.nothingLeft}.`, ...why].join(' ') : why.join(' ')
}

/** Whether anything of an invoice is paid; what was paid back of a credit note is not said. */
export function isPaidOf(document: FinalInvoiceDocument, paid: Cents): boolean {
  return !isCreditNote(document) && paid > 0n
}

function transferOf(letter: InvoiceLetter, own: LetterWords): LetterContent['transfer'] {
  const { creditNotes, document, paid } = letter
  const { organization, invoice } = document
  const isLess = creditNotes.length > 0 || isPaidOf(document, paid)
  const toPay = toPayOf(letter)
  if (toPay === null || organization.iban === null) return null
  const { payment } = wordsOf(document)
  const row = (label: string, value: string, isStrong = false) => ({ label, value, isStrong })
  return {
    title: own.transfer,
    rows: [
      row(payment.amount, toPay.amount, true),
      row('IBAN', spacedIban(organization.iban), true),
      row(payment.accountName, organization.accountName ?? organization.name),
      row(payment.reference, invoice.number, true),
      row(payment.dueBy, toPay.date),
    ],
    note: paymentCode(document) === null ? null : isLess ? own.codeOfWhole : own.alsoCode,
  }
}

function footOf({ organization }: FinalInvoiceDocument, vatLabel: string): string[] {
  const { address, city, kvkNumber, name, phone, postalCode, vatNumber } = organization
  const town = [postalCode, city].filter((part) => part !== null).join(' ')
  const where = [name, address, town].filter((part) => part !== null && part !== '')
  const numbers = [
    phone,
    kvkNumber === null ? null : `KvK ${kvkNumber}`,
    vatNumber === null ? null : `${vatLabel} ${vatNumber}`,
  ].filter((part) => part !== null)
  return [where, numbers]
    .map((parts) => parts.map((part) => unbroken(part ?? '')).join(' · '))
    .filter((it) => it !== '')
}

function formatOf(document: FinalInvoiceDocument) {
  return formatIn(document.customer.language ?? 'nl', wordsOf(document))
}

function paragraphsOf(body: string): string[][] {
  return body
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.split('\n'))
    .filter((lines) => lines.some((line) => line.trim() !== ''))
}

/** Parts of an address or a number stay on one line. */
function unbroken(text: string): string {
  return text.replaceAll(' ', '\u00a0')
}
