import type { Language } from '@stella/texts'

/** The parts of a letter in the order in which they are read, without any form. */
export type LetterContent = {
  readonly language: Language
  readonly title: string
  /** What a list of mail shows beside the subject. */
  readonly preview: string
  readonly since: string
  readonly greeting: string
  readonly paragraphs: readonly string[]
  readonly steps: { readonly title: string; readonly items: readonly string[] } | null
  readonly button: {
    readonly label: string
    readonly address: string
    /** What to do when the button does nothing. */
    readonly otherwise: string
    /** Whether anything happens only when it is followed. */
    readonly isNeeded: boolean
  }
  /** Where it is explained at length; without signing in. */
  readonly more?: { readonly label: string; readonly address: string }
  readonly notes: readonly string[]
}
