import type { Language } from '@stella/texts'

/** A letter to one person, ready to be sent. */
export type Letter = {
  readonly to: { readonly name: string; readonly address: string }
  readonly language: Language
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly date: Date
  /** Names this letter: it stays the same when the letter is sent again. */
  readonly key: string
}

/**
 * How sending ended. `refused`: this letter will never be taken, however often it is offered. `failed`: it may
 * be taken later. `where` (the file, or what the server answered) and `reason` are for the operator's log; they hold
 * no password.
 */
export type Sent =
  | { readonly outcome: 'sent'; readonly where: string }
  | { readonly outcome: 'refused'; readonly reason: string }
  | { readonly outcome: 'failed'; readonly reason: string }

/** Where letters go. */
export interface Post {
  /** Whether letters leave this installation, instead of being kept for whoever runs it. */
  readonly leaves: boolean
  send(letter: Letter): Promise<Sent>
  /** Why letters cannot be sent now; null when they can. */
  check(): Promise<string | null>
  close(): void
}
