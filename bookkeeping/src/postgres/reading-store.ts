import { countExchanges, type Database, inOrganization, listPayables } from '@stella/database'
import type { ReadingStore } from '../ports/readings.ts'

/** What the readings remember, in PostgreSQL. The database must be opened with the role `stella_worker`. */
export function readingStore(database: Database): ReadingStore {
  return {
    payables: ({ organizationId, booksId, bookedBefore, numbers }) =>
      inOrganization(database, organizationId, (tx) =>
        listPayables(tx, { booksId, bookedBefore: new Date(bookedBefore), numbers }),
      ),
    mutationReads: ({ organizationId, booksId, since }) =>
      inOrganization(database, organizationId, (tx) =>
        countExchanges(tx, { booksId, operation: 'GetMutaties', since: new Date(since) }),
      ),
  }
}
