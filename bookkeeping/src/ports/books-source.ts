import type { RemoteFailure } from '../causes/remote-failure.ts'
import type { Books } from './books.ts'
import type { Lane, LaneConnection } from './store.ts'

/**
 * Where a lane gets its books: the linked ones, or those it once had while their codes are kept. With the stored
 * codes, and with the session that is open already.
 */
export interface BooksSource {
  booksOf(
    lane: Lane,
    connection: LaneConnection,
    booksId: string,
  ): Promise<{ ok: true; books: Books } | { ok: false; failure: RemoteFailure }>
  /** Closes sessions that have not been used for long. */
  closeIdle(): Promise<void>
  closeAll(): Promise<void>
}
