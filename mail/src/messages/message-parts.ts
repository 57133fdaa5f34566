import type { Log } from '@stella/bookkeeping'
import type { Database } from '@stella/database'
import type { Typesetting } from '@stella/documents'
import type { Post } from '../post/post.ts'

/** What sending mails of invoices needs. */
export type MessageParts = {
  readonly database: Database
  readonly post: Post
  readonly typesetting: Typesetting
  /** The address people use, without a trailing slash. */
  readonly publicUrl: string
  /** What the secrets of links are reckoned with. */
  readonly shareLinkKey: string
  readonly now: () => Date
  readonly log: Log
}
