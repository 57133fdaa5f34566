import type { Transaction } from '@stella/database'
import type { CauseCode } from '../causes/causes.ts'
import type { Instant } from './clock.ts'

/**
 * A connection that went from active to paused in this very transaction, or whose pause asks something else of
 * people from now on.
 */
export type ConnectionPaused = {
  readonly organizationId: string
  readonly cause: CauseCode
  readonly at: Instant
}

/**
 * What people are told outside the screens. It is written in the transaction that makes it so: then nothing is told
 * that did not happen, and nothing that happened is forgotten.
 */
export interface Notices {
  connectionPaused(tx: Transaction, pause: ConnectionPaused): Promise<void>
}

export const noNotices: Notices = { connectionPaused: async () => {} }
