import type { Log, Seal } from '@stella/bookkeeping'
import type { Database } from '@stella/database'
import type { Typesetting } from '@stella/documents'
import type { Reach } from '../mail-servers/reachable-address.ts'
import type { Post } from '../post/post.ts'

/** What sending mails of invoices needs. */
export type MessageParts = {
  readonly database: Database
  /** Where letters go of whoever has no mail server of their own. */
  readonly post: Post
  /** Opens the passwords of mail servers. */
  readonly seal: Pick<Seal, 'openPassword'>
  readonly reach: Reach
  readonly typesetting: Typesetting
  /** The address people use, without a trailing slash. */
  readonly publicUrl: string
  /** What the secrets of links are reckoned with. */
  readonly shareLinkKey: string
  readonly now: () => Date
  readonly log: Log
}
