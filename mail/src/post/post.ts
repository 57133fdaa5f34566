import type { MessageCause } from '@stella/database'
import type { MessageLanguage } from '@stella/invoicing'

export type Attachment = {
  readonly name: string
  readonly type: 'application/pdf' | 'application/xml' | 'image/png' | 'image/jpeg'
  readonly content: Uint8Array | string
  /** By which the page of the letter shows it as `cid:…`, so that it is no paper of its own; left out of papers. */
  readonly id?: string
}

/** A letter to one person, ready to be sent. */
export type Letter = {
  readonly to: { readonly name: string; readonly address: string }
  readonly language: MessageLanguage
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly date: Date
  /** Names this letter: it stays the same when the letter is sent again. */
  readonly key: string
  /** What a letter has that somebody sends to a customer; without it Stella itself writes. */
  readonly onBehalf?: {
    /** Beside the address of the sender. */
    readonly senderName: string
    readonly replyTo: string | null
    /** Whom the letter names as those it is for; whoever gets a copy is not among them. */
    readonly addressees: readonly string[]
    readonly attachments: readonly Attachment[]
    /**
     * Asked when all but the last byte has left, so that the server cannot have the letter yet. Unless it answers
     * true, the last byte does not leave.
     */
    readonly handOver: () => Promise<boolean>
  }
}

/**
 * How sending ended. `refused`: this letter will never be taken, however often it is offered. `failed`: it may
 * be taken later, and it is certain that it was not taken now. `unknown`: it was handed over and no answer came.
 * `where` (the file, or what the server answered) and `reason` are for the operator's log; they hold no password.
 */
export type Sent =
  | { readonly outcome: 'sent'; readonly where: string }
  | {
      readonly outcome: 'refused' | 'failed' | 'unknown'
      readonly reason: string
      readonly cause: MessageCause
      /** The server's own words; null when it said nothing. */
      readonly said: string | null
    }

/** Where letters go. */
export interface Post {
  /** Whether letters leave this installation, instead of being kept for whoever runs it. */
  readonly leaves: boolean
  send(letter: Letter): Promise<Sent>
  /** Why letters cannot be sent now; null when they can. */
  check(): Promise<string | null>
  close(): void
}
