import { type Cents, dueDate, formatAmount, negate, type PlainDate } from '@stella/invoicing'
import { type FinalInvoiceDocument, isCreditNote } from '../invoice-document.ts'
import { formatIn, spacedIban } from '../languages/format.ts'
import { wordsOf } from '../languages/language.ts'
import { filled } from '../languages/words.ts'
import { escaped } from '../letters/html-of.ts'
import { isPaidOf } from '../letters/letter-content.ts'
import { type InvoiceView, viewOf } from '../pdf/invoice-view.ts'
import { paymentCode, paymentCodePicture } from '../pdf/payment-code.ts'
import { page } from './page.ts'
import { type PageWords, pageWords } from './page-words.ts'

/** An invoice as its customer sees it behind a link. */
export type InvoicePage = {
  readonly document: FinalInvoiceDocument
  /** What was taken back of it, with negative amounts. */
  readonly credits: readonly {
    readonly number: string
    readonly invoiceDate: PlainDate
    readonly gross: Cents
  }[]
  /** What is known to be paid of it. */
  readonly paid: Cents
  /** What is left to be paid: the invoice less its credits and what is paid. */
  readonly open: Cents
  /** Where the files are, and the script with which one copies. */
  readonly addresses: {
    readonly pdf: string
    readonly ubl: string
    /** What went along with the invoice. */
    readonly attachments: readonly { readonly name: string; readonly address: string }[]
    /** Null where the sender has none: then the name is set. */
    readonly logo: string | null
    readonly script: string
  }
}

type Parts = InvoicePage & {
  readonly view: InvoiceView
  readonly own: PageWords
  readonly euros: (amount: Cents) => string
  readonly date: (day: PlainDate) => string
}

/**
 * The page of an invoice: what is open, how to pay it, and the invoice itself. It shows no more than the invoice does,
 * loads nothing from elsewhere, and works without its script.
 */
export function invoicePage(given: InvoicePage): string {
  const { document } = given
  const language = document.customer.language ?? 'nl'
  const format = formatIn(language, wordsOf(document))
  const parts: Parts = {
    ...given,
    view: viewOf(document),
    own: pageWords[language],
    euros: (amount) => format.euros(formatAmount(amount)),
    date: (day) => format.date(day),
  }
  const { view, own } = parts
  return page({
    language,
    title: view.title,
    accents: view.accents,
    sender: document.organization,
    script: given.addresses.script,
    logo: given.addresses.logo,
    skip: own.toInvoice,
    note: own.note,
    foot: [...view.foot.numbers, ...view.foot.account],
    main: `<div class="grid">
<section aria-labelledby="f"><h1 id="f">${escaped(view.heading)}</h1>${answerOf(parts)}${filesOf(parts)}</section>
${paymentOf(parts)}
</div>
${sheetOf(parts)}`,
  })
}

/** What is open now comes first, largest, with why. */
function answerOf(parts: Parts): string {
  const { credits, document, euros, open, own, paid, view } = parts
  if (!isLess(parts)) {
    const note = view.answer.note.map(({ strong, text }) =>
      strong ? `<b>${escaped(text)}</b>` : escaped(text),
    )
    return `<p class="amount">${escaped(view.answer.amount)}</p><p class="due">${note.join('')}</p>`
  }
  const { gross } = document.invoice.totals
  const credited = negate(credits.reduce((sum, credit) => (sum + credit.gross) as Cents, 0n as Cents))
  const why = [
    ...(credits.length === 0
      ? []
      : [filled(own.credited, { total: euros(gross), credited: euros(credited) })]),
    ...(isPaidOf(document, paid) ? [filled(own.received, { paid: euros(paid) })] : []),
  ].join(' ')
  const answer =
    open <= 0n
      ? `<p class="amount words">${escaped(own.nothingLeft)}</p>`
      : `<p class="amount">${escaped(euros(open))}</p><p class="due">${escaped(
          filled(wordsOf(document).dueBy, { date: parts.date(dueDate(document.invoice)) }),
        )}</p>`
  return `${answer}<p class="why">${escaped(why)}</p>`
}

/** Whether another amount is open than the document says. */
function isLess({ credits, document, paid }: Parts): boolean {
  return credits.length > 0 || isPaidOf(document, paid)
}

function filesOf({ addresses, own }: Parts): string {
  const attachments = addresses.attachments.map(
    ({ address, name }) => `<li><a href="${escaped(address)}">${escaped(name)}</a></li>`,
  )
  const along =
    attachments.length === 0
      ? ''
      : `<h2 class="label">${escaped(own.attachments)}</h2><ul class="attachments">${attachments.join('')}</ul>`
  return `<div class="files"><a class="button" href="${escaped(addresses.pdf)}">${escaped(own.pdf)}</a><a class="button" href="${escaped(addresses.ubl)}">${escaped(own.ubl)}</a></div>${along}`
}

/** The code holds what is open now, so it may be newer than that of the document. */
function paymentOf(parts: Parts): string {
  const { document, euros, open, own, view } = parts
  const words = wordsOf(document).payment
  if (isCreditNote(document) || open <= 0n || document.organization.iban === null) {
    const explanation = isLess(parts) ? null : view.payment?.explanation
    return explanation
      ? `<section class="pay"><h2>${escaped(explanation.heading)}</h2><p class="why">${escaped(explanation.text)}</p></section>`
      : ''
  }
  const code = paymentCode(document, open)
  const says = filled(words.code, { amount: euros(open), number: document.invoice.number })
  const picture =
    code === null
      ? ''
      : `<div class="scan wide"><span role="img" aria-label="${escaped(says)}">${paymentCodePicture(code)}</span><p>${escaped(words.scanExplanation)}</p></div>`
  const { iban, accountName, name } = document.organization
  const rows = [
    { label: 'IBAN', value: spacedIban(iban), isToCopy: true },
    { label: words.amount, value: euros(open), isToCopy: true },
    { label: words.reference, value: document.invoice.number, isToCopy: true },
    { label: words.accountName, value: accountName ?? name, isToCopy: false },
  ]
  return `<section class="pay" aria-labelledby="b"><h2 id="b"><span class="wide">${escaped(words.scanHeading)}</span><span class="narrow">${escaped(own.phoneHeading)}</span></h2>
${picture}<p class="narrow why">${escaped(own.phoneExplanation)}</p><h3 class="wide">${escaped(words.transferHeading)}</h3>
<dl class="rows">${rows.map((row) => rowOf(row, parts)).join('')}</dl>
<p class="hidden" role="status"></p></section>`
}

type PayRow = { readonly label: string; readonly value: string; readonly isToCopy: boolean }

function rowOf({ isToCopy, label, value }: PayRow, { own }: Parts): string {
  const plain = value.replaceAll('\u00a0', ' ')
  // A bank's field takes figures, and an account without its spaces.
  const copied = label === 'IBAN' ? plain.replaceAll(' ', '') : plain.replace(/^€ /, '')
  const button = isToCopy
    ? `<button class="copy" type="button" data-copy="${escaped(copied)}" data-said="${escaped(filled(own.copied, { what: label }))}">${escaped(own.copy)}<span class="hidden"> ${escaped(label)}</span></button>`
    : ''
  return `<div><dt>${escaped(label)}</dt><dd>${escaped(value)}${button}</dd></div>`
}

function sheetOf(parts: Parts): string {
  const { credits, date, document, euros, open, own, paid, view } = parts
  const facts = view.facts.map(
    ({ label, value }) => `<div><dt>${escaped(label)}</dt><dd>${escaped(value)}</dd></div>`,
  )
  const heads = ['', 'n q', 'u', 'n p', 'n v', 'n a'].map((name, at) => {
    const words = view.columns[at] ?? ''
    // Where no line has a unit the column has no head, and a head without words is none.
    return words === ''
      ? `<td class="${name}"></td>`
      : `<th scope="col" class="${name}">${escaped(words)}</th>`
  })
  const creditNote = wordsOf(document).creditNote
  const credited = credits.map(
    ({ gross, invoiceDate, number }) =>
      `<dt>${escaped(`${creditNote} ${number}, ${date(invoiceDate)}`)}</dt><dd>${escaped(euros(gross))}</dd>`,
  )
  const received = isPaidOf(document, paid)
    ? `<dt>${escaped(own.receivedRow)}</dt><dd>${escaped(euros(negate(paid)))}</dd>`
    : ''
  const left = !isLess(parts)
    ? ''
    : `<dt class="end">${escaped(own.open)}</dt><dd class="end">${escaped(euros(open))}</dd>`
  const law = view.law.map(
    ({ heading, rows }) =>
      `<p class="law"><b>${escaped(heading)}</b>${rows.map(({ label, value }) => `<br>${escaped(label)}: ${escaped(value)}`).join('')}</p>`,
  )
  return `<article class="sheet" aria-labelledby="d"><h2 id="d" class="hidden">${escaped(view.heading)}</h2>
<div class="grid"><dl class="facts">${facts.join('')}</dl><div class="to"><span class="label">${escaped(own.forWhom)}</span><p><b>${escaped(view.recipient.name)}</b>\n${view.recipient.address.map(escaped).join('\n')}</p></div></div>
${view.intro === '' ? '' : `<p class="intro">${escaped(view.intro)}</p>`}
<table><thead><tr>${heads.join('')}</tr></thead><tbody>${view.lines.map(lineOf).join('')}</tbody></table>
<div class="grid">${questionOf(parts)}<dl class="sum">${view.totals.map(({ label, value }) => `<dt>${escaped(label)}</dt><dd>${escaped(value)}</dd>`).join('')}<dt class="end">${escaped(view.payable.label)}</dt><dd class="end">${escaped(view.payable.value)}</dd>${credited.join('')}${received}${left}</dl></div>
${law.join('')}${view.closing === '' ? '' : `<p class="intro">${escaped(view.closing)}</p>`}
</article>`
}

function lineOf(line: InvoiceView['lines'][number]): string {
  if (line.kind === 'text') return `<tr><th scope="row" colspan="6">${escaped(line.description)}</th></tr>`
  const { amount, description, discount, price, quantity, unit, vat } = line
  const what = discount === '' ? escaped(description) : `${escaped(description)}\n${escaped(discount)}`
  return `<tr><th scope="row">${what}</th><td class="n q">${escaped(quantity)}<span> ${escaped(unit)}</span></td><td class="u">${escaped(unit)}</td><td class="n p">${escaped(price)}</td><td class="n v">${escaped(vat)}</td><td class="n a">${escaped(amount)}</td></tr>`
}

function questionOf({ document, own }: Parts): string {
  const { email, name, phone } = document.organization
  const ways = [
    email === null ? null : `<a href="mailto:${escaped(email)}">${escaped(email)}</a>`,
    phone === null ? null : `<a href="tel:${escaped(phone.replaceAll(/[^\d+]/g, ''))}">${escaped(phone)}</a>`,
  ].filter((way) => way !== null)
  return `<section class="question"><h2>${escaped(own.wrong)}</h2><p class="quiet">${escaped(filled(own.answer, { sender: name }))}</p><p>${ways.join(' · ')}</p></section>`
}
