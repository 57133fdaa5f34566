import type { Log } from '@stella/bookkeeping'
import type { Database } from '@stella/database'
import type { Letter, Post, Sent } from '../post/post.ts'

/** What every letter that stands in the queue is written and sent with. */
export type LetterParts = {
  readonly database: Database
  readonly post: Post
  /** The address people use, without a trailing slash. */
  readonly publicUrl: string
  readonly now: () => Date
  readonly log: Log
}

/** How often this letter was tried before, and whether it will be tried again. */
export type Attempt = { readonly retryCount: number; readonly retryLimit: number }

/** A letter as the log tells of it: `digest`, and ids only, since the operator's log names nobody. */
type Told = { readonly called: string; readonly fields: Readonly<Record<string, string>> }

/**
 * Offers a letter, and tells the log how that ended.
 *
 * @returns how it ended for good
 * @throws Error when it could not be sent now; whoever called tries again later
 */
export async function sendOrRetry(
  { log, post }: Pick<LetterParts, 'log' | 'post'>,
  letter: Letter,
  { called, fields }: Told,
  { retryCount, retryLimit }: Attempt,
): Promise<Sent['outcome']> {
  const sent = await post.send(letter)
  if (sent.outcome === 'sent') {
    log.info(`${called} sent`, { ...fields, where: sent.where })
    return 'sent'
  }
  const tried = { ...fields, reason: sent.reason, tries: retryCount + 1 }
  if (sent.outcome === 'failed' && retryCount < retryLimit) {
    log.warn(`${called} not sent, tried again later`, tried)
    throw new Error(sent.reason)
  }
  log.error(`${called} given up`, tried)
  return sent.outcome
}
