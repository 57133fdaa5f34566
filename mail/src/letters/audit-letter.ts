import type { ToldEntry } from '@stella/database'
import { type Language, textsIn } from '@stella/texts'
import { momentOf } from './dutch-time.ts'
import { htmlOf } from './html-of.ts'
import type { LetterContent } from './letter-content.ts'
import { textOf } from './text-of.ts'

export type AuditLetter = {
  readonly language: Language
  /** Of the person it is for. */
  readonly name: string
  readonly organization: string
  /** What changed, the oldest first; at least one. */
  readonly entries: readonly ToldEntry[]
  /** Without a trailing slash. */
  readonly publicUrl: string
}

/** More than this nobody reads in a mail; «Wijzigingen» has them all. */
const mostItems = 12

/** What lets others in or moves money was changed: by whom, from where and when, with the way to where it is undone. */
export function auditLetter(letter: AuditLetter): { subject: string; text: string; html: string } {
  const { entries, language, name, organization, publicUrl } = letter
  const { mail, screens } = textsIn(language)
  const words = mail.audit
  const items = entries.slice(0, mostItems).map((entry) => itemOf(entry, language))
  const left = entries.length - items.length
  const [first] = entries
  const what = first === undefined ? '' : screens.audit.actions[first.action]
  const content: LetterContent = {
    language,
    title: words.title,
    preview: items[0] ?? words.title,
    since: words.since(organization, first === undefined ? '' : momentOf(first.at, language)),
    greeting: mail.pause.greeting(name),
    paragraphs: [words.intro],
    steps: { title: words.itemsTitle, items: left > 0 ? [...items, words.more(left)] : items },
    button: {
      label: words.button,
      // web/src/routing/paths.ts holds this address.
      address: `${publicUrl}/voorkeuren/wijzigingen`,
      otherwise: mail.pause.address,
      isNeeded: false,
    },
    notes: [words.notYou, words.why(organization)],
  }
  const subject =
    entries.length === 1
      ? words.subject(organization, what)
      : words.subjectOfMany(organization, entries.length)
  // A name with a line break in it must not begin a header of its own.
  return { subject: subject.replace(/\s+/g, ' '), text: textOf(content), html: htmlOf(content) }
}

function itemOf(entry: ToldEntry, language: Language): string {
  const { mail, screens } = textsIn(language)
  const { audit } = screens
  const who = {
    person: entry.actor.name,
    program: audit.byProgram(entry.actor.name),
    operator: audit.byOperator,
    support: audit.bySupport(entry.actor.name),
  }[entry.actor.kind]
  const from = entry.ipAddress === null ? '' : ` ${audit.from(entry.ipAddress)}`
  const facts = [
    ...(entry.before === null ? [] : [audit.was(valuesIn(entry.before, language))]),
    ...(entry.after === null ? [] : [audit.became(valuesIn(entry.after, language))]),
  ]
  return mail.audit.item({
    what: audit.actions[entry.action],
    subject: entry.subject,
    who: `${who}${from}`,
    when: momentOf(entry.at, language),
    facts: facts.join(', '),
  })
}

function valuesIn(values: Readonly<Record<string, unknown>>, language: Language): string {
  const { apiKeys, audit, members } = textsIn(language).screens
  const known: Readonly<Record<string, string>> = {
    ...members.roles,
    ...apiKeys.scopes,
    ...members.secondFactorRules,
  }
  const names: Readonly<Record<string, string>> = audit.fields
  return Object.entries(values)
    .map(([name, value]) => {
      const written = value === null || value === '' ? audit.nothing : String(value)
      return `${names[name] ?? name} ${known[written] ?? written}`
    })
    .join(', ')
}
