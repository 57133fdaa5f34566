import type { Role } from '@stella/invoicing'
import { type Language, textsIn } from '@stella/texts'
import { momentOf } from './dutch-time.ts'
import { htmlOf } from './html-of.ts'
import type { LetterContent } from './letter-content.ts'
import { textOf } from './text-of.ts'

type InvitationLetter = {
  readonly language: Language
  readonly organizationName: string
  readonly inviterName: string
  readonly role: Role
  readonly expiresAt: Date
  /** Where its button leads, with what lets its reader join. */
  readonly address: string
}

/** To somebody who is asked to work for an organization. */
export function invitationLetter(letter: InvitationLetter) {
  const { language, organizationName, inviterName, role, expiresAt, address } = letter
  const { mail, screens } = textsIn(language)
  const words = mail.invitation
  const text = words.text(inviterName, organizationName, screens.members.roles[role].toLowerCase())
  const content: LetterContent = {
    language,
    title: words.title(organizationName),
    preview: text,
    since: words.until(momentOf(expiresAt, language)),
    greeting: words.greeting,
    paragraphs: [text, words.how],
    steps: null,
    button: { label: words.button, address, otherwise: mail.pause.address, isNeeded: true },
    notes: words.notes,
  }
  return { subject: words.subject(organizationName), text: textOf(content), html: htmlOf(content) }
}
