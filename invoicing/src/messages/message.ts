import { type DocumentLanguage, documentLanguages } from '../customers/customer.ts'

/** The languages a mail to a customer can be in: those of the documents. */
export const messageLanguages = documentLanguages
export type MessageLanguage = DocumentLanguage

/** What a mail brings. Each has words of its own. */
export const messageKinds = ['invoice', 'credit_note'] as const
export type MessageKind = (typeof messageKinds)[number]

/** A mail of one final invoice, ready to be sent. */
export type MessageContent = {
  readonly recipients: readonly string[]
  /** Gets the same mail, without the customer seeing it. */
  readonly copyTo: string | null
  readonly language: MessageLanguage
  readonly subject: string
  /** What stands above the amount, lines and all. */
  readonly body: string
  readonly attachUbl: boolean
}

/** The same as somebody typed it. */
export type MessageInput = {
  readonly recipients: readonly string[]
  readonly copyTo?: string | null | undefined
  readonly language: MessageLanguage
  readonly subject: string
  readonly body: string
  readonly attachUbl: boolean
}

export function isMessageLanguage(text: string): text is MessageLanguage {
  return messageLanguages.some((known) => known === text)
}

const spokenIn: Readonly<Record<string, MessageLanguage>> = { NL: 'nl', BE: 'nl', DE: 'de', AT: 'de' }

/** The language of a customer that chose none, by its country; elsewhere English is understood best. */
export function usualMessageLanguage(country: string | null): MessageLanguage {
  return country === null ? 'nl' : (spokenIn[country] ?? 'en')
}
