import { type CauseCode, isCauseCode } from '@stella/bookkeeping'
import type { FailedFor, WaitingForPeople } from '@stella/database'
import { type Language, textsIn } from '@stella/texts'
import { dayOf } from './dutch-time.ts'
import { htmlOf } from './html-of.ts'
import type { LetterContent } from './letter-content.ts'
import { textOf } from './text-of.ts'

export type DigestLetter = {
  readonly language: Language
  /** Of the person it is for. */
  readonly name: string
  readonly organization: string
  readonly at: Date
  readonly waiting: WaitingForPeople
  /** Without a trailing slash. */
  readonly publicUrl: string
}

/** More causes than this nobody reads in a mail; Overzicht has them all. */
const mostItems = 6

/** What waits for somebody, a line for each cause, and one way to where it is mended: «Overzicht». */
export function digestLetter(letter: DigestLetter): { subject: string; text: string; html: string } {
  const { at, language, name, organization, publicUrl, waiting } = letter
  const { mail } = textsIn(language)
  const words = mail.digest
  const invoices = waiting.bookings.reduce((sum, { count }) => sum + count, 0)
  const items = itemsOf(waiting, language)
  const left = items.length - mostItems
  const content: LetterContent = {
    language,
    title: words.title,
    preview: items[0] ?? words.title,
    since: words.since(organization, dayOf(at, language)),
    greeting: mail.pause.greeting(name),
    paragraphs: [words.intro],
    steps: {
      title: words.itemsTitle,
      items: left > 0 ? [...items.slice(0, mostItems), words.more(left)] : items,
    },
    button: { label: words.button, address: `${publicUrl}/`, otherwise: mail.pause.address, isNeeded: true },
    more: {
      label: textsIn(language).causePage.title,
      address: `${publicUrl}/meer-hierover?taal=${language}`,
    },
    notes: [words.why(organization)],
  }
  const subject = invoices > 0 ? words.subjectInvoices(organization, invoices) : words.subject(organization)
  return { subject: subject.replace(/\s+/g, ' '), text: textOf(content), html: htmlOf(content) }
}

function itemsOf({ bookings, relations, messages, late }: WaitingForPeople, language: Language): string[] {
  const { causes, mail, relationCauses } = textsIn(language)
  const words = mail.digest
  const unknown = causes.refused_without_known_reason
  const ofRelations: Partial<Record<CauseCode, typeof unknown>> = relationCauses
  const invoice = ({ cause, count, number }: FailedFor) =>
    words.invoices(count, number ?? '', isCauseCode(cause) ? causes[cause].why : unknown.why)
  const relation = ({ cause, count }: FailedFor) =>
    words.relations(count, isCauseCode(cause) ? (ofRelations[cause] ?? causes[cause]).why : unknown.why)
  return [
    ...bookings.map(invoice),
    ...relations.map(relation),
    ...(late.count > 0 ? [words.late(late.count, late.number ?? '')] : []),
    ...(messages > 0 ? [words.messages(messages)] : []),
  ]
}
