import { sql, type Transaction } from 'kysely'
import { lockActivities } from '../activities/record-activity.ts'
import type { DB } from '../schema/schema.generated.ts'

/**
 * Says that the transaction's organization has work at `at`. Call it before other changes of the same
 * transaction to bookings or relations: everybody takes the log's turn, the lane's row and then those rows, in
 * this order, so nobody waits in a circle.
 */
export async function markLaneDue(tx: Transaction<DB>, at: Date): Promise<void> {
  await lockActivities(tx)
  await tx
    .insertInto('booking_lanes')
    .values({ next_at: at })
    .onConflict((conflict) =>
      conflict.column('organization_id').doUpdateSet({
        // Written even when nothing changes: the lock makes a releasing holder wait for what this adds.
        next_at: sql`least(booking_lanes.next_at, excluded.next_at)`,
      }),
    )
    .execute()
}
