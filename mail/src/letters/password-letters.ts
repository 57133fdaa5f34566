import { type Language, textsIn } from '@stella/texts'
import { momentOf } from './dutch-time.ts'
import { htmlOf } from './html-of.ts'
import type { LetterContent } from './letter-content.ts'
import { textOf } from './text-of.ts'

type PasswordLetter = {
  readonly language: Language
  /** Of the person it is for. */
  readonly name: string
  readonly at: Date
  /** Where its button leads. */
  readonly address: string
}

/** With the link that lets its reader choose a password. */
export function passwordResetLetter(letter: PasswordLetter) {
  return letterOf(letter, textsIn(letter.language).mail.passwordReset, true)
}

/** That a password was changed, for whoever did not do it. */
export function passwordChangedLetter(letter: PasswordLetter) {
  return letterOf(letter, textsIn(letter.language).mail.passwordChanged, false)
}

/** That an account was deleted, for whoever did not do it. */
export function accountDeletedLetter(letter: PasswordLetter) {
  return letterOf(letter, textsIn(letter.language).mail.accountDeleted, false)
}

/** With the link that confirms the address of an account. */
export function emailConfirmationLetter(letter: PasswordLetter) {
  return letterOf(letter, textsIn(letter.language).mail.emailConfirmation, true)
}

/** With the link that changes an address to the one it is sent to. */
export function emailChangeLetter(letter: PasswordLetter) {
  return letterOf(letter, textsIn(letter.language).mail.emailChange, true)
}

/** To the former address. */
export function emailChangedLetter({ newEmail, ...letter }: PasswordLetter & { readonly newEmail: string }) {
  const { emailChanged } = textsIn(letter.language).mail
  const paragraphs = [emailChanged.text(newEmail), emailChanged.notYou]
  return letterOf(letter, { ...emailChanged, paragraphs }, false)
}

/** That somebody signed in where the account was never used. */
export function newDeviceLetter({
  browser,
  system,
  ...letter
}: PasswordLetter & { readonly browser: string | null; readonly system: string | null }) {
  const { newDevice } = textsIn(letter.language).mail
  const paragraphs = [newDevice.text(newDevice.device(browser, system)), newDevice.notYou]
  return letterOf(letter, { ...newDevice, paragraphs }, false)
}

/** That signing in asks a code now, or no longer, or that there are new recovery codes. */
export function secondFactorLetter({
  change,
  ...letter
}: PasswordLetter & { readonly change: SecondFactorChange }) {
  const { secondFactor } = textsIn(letter.language).mail
  const { text, ...named } = secondFactor[change]
  return letterOf(letter, { ...secondFactor, ...named, paragraphs: [text, secondFactor.notYou] }, false)
}

export type SecondFactorChange = 'on' | 'off' | 'recoveryCodes'

type Words = {
  subject: string
  title: string
  paragraphs: string[]
  button: string
  notes: string[]
  since: (moment: string) => string
}

function letterOf({ address, at, language, name }: PasswordLetter, words: Words, isNeeded: boolean) {
  const { mail } = textsIn(language)
  const content: LetterContent = {
    language,
    title: words.title,
    preview: words.paragraphs[0] ?? words.title,
    since: words.since(momentOf(at, language)),
    greeting: mail.pause.greeting(name),
    paragraphs: words.paragraphs,
    steps: null,
    button: { label: words.button, address, otherwise: mail.pause.address, isNeeded },
    notes: words.notes,
  }
  return { subject: words.subject, text: textOf(content), html: htmlOf(content) }
}
