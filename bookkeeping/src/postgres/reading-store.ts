import {
  countExchanges,
  type Database,
  findUnfinishedReconciliation,
  inOrganization,
  listPayables,
  type ReconciliationRow,
} from '@stella/database'
import type { ReadingStore, SalesMutation } from '../ports/readings.ts'
import { instantOf } from './columns.ts'

/** What the readings remember, in PostgreSQL. The database must be opened with the role `stella_worker`. */
export function readingStore(database: Database): ReadingStore {
  return {
    payables: ({ organizationId, booksId, bookedBefore, numbers }) =>
      inOrganization(database, organizationId, (tx) =>
        listPayables(tx, { booksId, bookedBefore: new Date(bookedBefore), numbers }),
      ),
    reconciliationUnderWay: ({ organizationId, booksId }) =>
      inOrganization(database, organizationId, async (tx) => {
        const row = await findUnfinishedReconciliation(tx, booksId)
        return row === null ? null : underWay(row)
      }),
    mutationReads: ({ organizationId, booksId, since }) =>
      inOrganization(database, organizationId, (tx) =>
        countExchanges(tx, { booksId, operation: 'GetMutaties', since: new Date(since) }),
      ),
  }
}

function underWay(row: ReconciliationRow) {
  const { from_day: from, until_day: until, up_to: upTo } = row
  return {
    task: { id: row.id, from, until, requestedAt: row.requested_at, requestedBy: row.requested_by },
    progress: {
      from,
      until,
      upTo: upTo === null ? null : Number(upTo),
      isWhole: false,
      calls: row.calls,
      mutationsRead: row.mutations_read,
      // Written by readReconciliation() and by nobody else.
      sales: row.sales as readonly SalesMutation[],
    },
    beganAt: instantOf(row.began_at),
  }
}
