import type { Transaction } from 'kysely'
import { DatabaseError } from '../errors/database-error.ts'
import type { DB } from '../schema/schema.generated.ts'
import { lockOrganization } from '../transactions/lock-organization.ts'

/**
 * Addresses an hour. A business that just came sends a handful of invoices a day; somebody who opens an account to
 * send spam gets no further than this, and with two weeks of it is known by then. A business of long sends its
 * thousand subscriptions on the first of the month within a morning.
 */
const addressesAnHour = { whileNew: 25, later: 500 }
const newForDays = 14
const HOUR_MS = 60 * 60 * 1_000

/**
 * Refuses a mail to `count` addresses when the organization has sent as many within the hour as it may. Those who
 * send at once wait here for each other, so that together they send no more.
 *
 * @throws DatabaseError `sending_limit` with the limit, and in how many seconds it can be tried again
 */
export async function requireRoomToSend(tx: Transaction<DB>, count: number, at: Date): Promise<void> {
  await lockOrganization(tx, 'sending')
  const since = new Date(at.getTime() - HOUR_MS)
  const limit = await limitOf(tx, at)
  const sent = await tx
    .selectFrom('messages')
    .innerJoin('message_recipients', (join) =>
      join
        .onRef('message_recipients.organization_id', '=', 'messages.organization_id')
        .onRef('message_recipients.message_id', '=', 'messages.id'),
    )
    .select('messages.created_at')
    .where('messages.created_at', '>', since)
    .orderBy('messages.created_at')
    .execute()
  const room = limit - sent.length
  if (count <= room) return
  const freed = sent[Math.min(count - room, sent.length) - 1]?.created_at ?? at
  const seconds = Math.ceil((freed.getTime() + HOUR_MS - at.getTime()) / 1_000)
  throw new DatabaseError('sending_limit', {
    limit: String(limit),
    seconds: String(Math.max(1, seconds)),
  })
}

/** An organization is as old as its profile, without which it has no final invoice to mail. */
async function limitOf(tx: Transaction<DB>, at: Date): Promise<number> {
  const row = await tx.selectFrom('organization_profiles').select('created_at').executeTakeFirst()
  const isNew = row === undefined || row.created_at.getTime() > at.getTime() - newForDays * 24 * HOUR_MS
  return isNew ? addressesAnHour.whileNew : addressesAnHour.later
}
