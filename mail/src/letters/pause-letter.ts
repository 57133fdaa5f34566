import { type CauseCode, causes, type Mend } from '@stella/bookkeeping'
import { type Language, textsIn } from '@stella/texts'
import { dayOf, momentOf } from './dutch-time.ts'
import { htmlOf } from './html-of.ts'
import type { LetterContent } from './letter-content.ts'
import { textOf } from './text-of.ts'

export type PauseLetter = {
  readonly language: Language
  /** Of the person it is for. */
  readonly name: string
  readonly organization: string
  readonly cause: CauseCode
  readonly since: Date
  /** When Stella tries again by itself; null when that is not known. */
  readonly resumesAt: Date | null
  /** Without a trailing slash. */
  readonly publicUrl: string
}

/** Where in Stella each is mended: web/src/routing/paths.ts holds these addresses. */
const places: Readonly<Record<'codes' | 'connection' | 'nothing', string>> = {
  codes: '/voorkeuren/integraties/e-boekhouden',
  connection: '/voorkeuren/integraties',
  nothing: '/voorkeuren/integraties',
}

/** What its people read when a connection pauses: what happened, that nothing is lost, and what to do. */
export function pauseLetter(letter: PauseLetter): { subject: string; text: string; html: string } {
  const content = contentOf(letter)
  const subject = wordsFor(letter).subject(letter.organization)
  return { subject: oneLine(subject), text: textOf(content), html: htmlOf(content) }
}

function contentOf(letter: PauseLetter): LetterContent {
  const { cause, language, name, organization, publicUrl, since } = letter
  const { causes: sentences, mail } = textsIn(language)
  const { address, calm, greeting, neverAsked, pause, stepsTitle, why } = { ...mail.pause, pause: mail.pause }
  const words = wordsFor(letter)
  const mend = mendOf(cause)
  return {
    language,
    title: words.title,
    preview: sentences[cause].what,
    since: pause.since(organization, momentOf(since, language)),
    greeting: greeting(name),
    paragraphs: [`${sentences[cause].what} ${sentences[cause].why}`, ...waitsFor(letter), calm],
    steps: 'steps' in words ? { title: stepsTitle, items: words.steps } : null,
    button: {
      label: words.button,
      address: `${publicUrl}${places[mend]}`,
      otherwise: address,
      isNeeded: mend !== 'nothing',
    },
    more: {
      label: textsIn(language).screens.mending.more,
      address: `${publicUrl}/meer-hierover?taal=${language}#${cause}`,
    },
    notes: [...(mend === 'codes' ? [neverAsked] : []), why(organization)],
  }
}

function wordsFor({ cause, language }: PauseLetter) {
  return textsIn(language).mail.pause[needsAccounts(cause) ? 'accounts' : mendOf(cause)]
}

/** What a bookkeeper mends so that the connection works again are the accounts; what an owner mends, the rights. */
function needsAccounts(cause: CauseCode): boolean {
  const { actor, mend }: { actor: string; mend: Mend } = causes[cause]
  return mend === 'connection' && actor === 'bookkeeper'
}

function mendOf(cause: CauseCode): keyof typeof places {
  const { mend }: { mend: Mend } = causes[cause]
  return mend === 'codes' || mend === 'connection' ? mend : 'nothing'
}

/** Only what passes by itself has a day on which it does. */
function waitsFor({ cause, language, resumesAt }: PauseLetter): string[] {
  const { causes: sentences, mail } = textsIn(language)
  if (mendOf(cause) !== 'nothing') return []
  return [resumesAt === null ? sentences[cause].next : mail.pause.nothing.waits(dayOf(resumesAt, language))]
}

/** A name with a line break in it must not begin a header of its own. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ')
}
