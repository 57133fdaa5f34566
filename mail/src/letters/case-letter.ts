import type { CaseToTell } from '@stella/database'
import { type Language, textsIn } from '@stella/texts'
import type { CaseJob } from '../jobs/queues.ts'
import { htmlOf } from './html-of.ts'
import type { LetterContent } from './letter-content.ts'
import { textOf } from './text-of.ts'

export type CaseLetter = {
  readonly language: Language
  /** Of whoever asked. */
  readonly name: string
  readonly organization: string
  readonly about: CaseJob['about']
  readonly told: CaseToTell
  /** Of the page of the case. */
  readonly address: string
}

/** What the support answered, proposed or closed, and the way to where one goes on: the page of the case. */
export function caseLetter(letter: CaseLetter): { subject: string; text: string; html: string } {
  const { about, address, language, name, organization, told } = letter
  const { mail, screens } = textsIn(language)
  const words = mail.case
  const { outcome } = told
  const content: LetterContent = {
    language,
    title: words.titles[about](told.number),
    preview: words.previews[about],
    since: organization,
    greeting: mail.pause.greeting(name),
    paragraphs: [
      words.previews[about],
      ...(about === 'closed' && outcome !== null ? [screens.cases.outcomes[outcome]] : []),
      ...(about === 'answered' && told.answer !== null ? paragraphsOf(told.answer) : []),
    ],
    steps: null,
    button: {
      label: words.button,
      address,
      otherwise: mail.pause.address,
      isNeeded: about === 'proposed',
    },
    notes: [
      ...(told.lookedAt.length > 0 ? [words.looked(told.lookedAt.join(', '))] : []),
      words.why(organization),
      mail.pause.neverAsked,
    ],
  }
  const subject = `${organization}: ${words.titles[about](told.number)}`
  return { subject: subject.replace(/\s+/g, ' '), text: textOf(content), html: htmlOf(content) }
}

function paragraphsOf({ body, by }: { readonly body: string; readonly by: string }): string[] {
  return [...body.split(/\n\s*\n/).map((part) => part.trim()), by].filter((part) => part !== '')
}
