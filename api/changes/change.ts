/** Who fills in a value: what a program sends, or what it is answered. */
export type Direction = 'request' | 'answer'

/** One difference between two versions of the API, in words. */
export type Change = {
  /** What it is about, as the changelog names it: `GET /api/overview`, `Customer.email`. */
  subject: string
  kind: 'added' | 'removed' | 'changed'
  /** Whether a program that was right before may go wrong. */
  breaking: boolean
  words: string
}

export function added(subject: string, words: string): Change {
  return { subject, kind: 'added', breaking: false, words }
}

export function removed(subject: string, words: string): Change {
  return { subject, kind: 'removed', breaking: true, words }
}

export function changed(subject: string, words: string, breaking: boolean): Change {
  return { subject, kind: 'changed', breaking, words }
}
