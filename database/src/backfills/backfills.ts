import { type Selectable, sql, type Transaction } from 'kysely'
import type { Database } from '../pools/open-database.ts'
import type { DB } from '../schema/schema.generated.ts'
import type { BackfillState } from './backfill-states.ts'

/** A backfill, from its dry run to its end; `sales` and `relations` are what the reader wrote there. */
export type BackfillRow = Omit<Selectable<DB['backfills']>, 'relations' | 'sales'> & {
  readonly relations: unknown
  readonly sales: unknown
}

/** The one that is not ended, or else the last. */
export async function findBackfill(tx: Transaction<DB>): Promise<BackfillRow | null> {
  const row = await tx
    .selectFrom('backfills')
    .selectAll()
    .orderBy('requested_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

/** The same row until the transaction ends: whoever else changes it waits. */
export async function lockBackfill(tx: Transaction<DB>, id: string): Promise<BackfillRow | null> {
  const row = await tx.selectFrom('backfills').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row ?? null
}

/** Begins a dry run, unless one is not ended. Returns its id when it was begun. */
export async function insertBackfill(
  tx: Transaction<DB>,
  backfill: { booksId: string; fromDay: string; readFrom: string; by: string; at: Date },
): Promise<string | null> {
  const row = await tx
    .insertInto('backfills')
    .values({
      books_id: backfill.booksId,
      from_day: backfill.fromDay,
      read_from: backfill.readFrom,
      state: 'reading',
      requested_at: backfill.at,
      requested_by: backfill.by,
      next_at: backfill.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

/** Takes one to another state, if it is still where the step starts. Returns whether it was. */
export async function changeBackfill(
  tx: Transaction<DB>,
  step: {
    id: string
    from: readonly BackfillState[]
    to: BackfillState
    at: Date
    confirmedBy?: string
    stoppedBy?: string
  },
): Promise<boolean> {
  const { at, confirmedBy, from, id, stoppedBy, to } = step
  const isEnd = to === 'done' || to === 'dropped' || to === 'void'
  const result = await tx
    .updateTable('backfills')
    .set({
      state: to,
      ...(confirmedBy === undefined ? {} : { confirmed_at: at, confirmed_by: confirmedBy }),
      ...(stoppedBy === undefined ? {} : { stopped_by: stoppedBy }),
      ...(isEnd ? { ended_at: at } : {}),
    })
    .where('id', '=', id)
    .where('state', 'in', from)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** Those of whichever organization that are in this state and due. Role `stella_worker`. */
export async function findBackfillsToDo(
  { kysely }: Database,
  { limit, now, state }: { state: 'reading' | 'running'; now: Date; limit: number },
): Promise<{ readonly organizationId: string; readonly backfillId: string }[]> {
  const { rows } = await sql<{ organizationId: string; backfillId: string }>`
    select organization_id as "organizationId", backfill_id as "backfillId"
    from backfills_to_do(${state}, ${now}, ${limit})`.execute(kysely)
  return rows
}

/** Takes the next page of a reading in hand until then; null where another did, or nothing is to be read. */
export async function takeBackfillPage(
  tx: Transaction<DB>,
  { id, now, until }: { id: string; now: Date; until: Date },
): Promise<BackfillRow | null> {
  const row = await tx
    .updateTable('backfills')
    .set({ taken_until: until })
    .where('id', '=', id)
    .where('state', '=', 'reading')
    .where('next_at', '<=', now)
    .where((eb) => eb.or([eb('taken_until', 'is', null), eb('taken_until', '<=', now)]))
    .returningAll()
    .executeTakeFirst()
  return row ?? null
}

/** When one that runs, and had nothing to do now, is looked at again: so that others have their turn. */
export async function lookAtBackfillAgain(
  tx: Transaction<DB>,
  { at, id }: { id: string; at: Date },
): Promise<void> {
  await tx
    .updateTable('backfills')
    .set({ next_at: at })
    .where('id', '=', id)
    .where('state', '=', 'running')
    .execute()
}

export type BackfillPage = {
  readonly id: string
  readonly upTo: number | null
  readonly calls: number
  readonly mutationsRead: number
  /** Plain data. */
  readonly sales: readonly unknown[]
  /** Plain data; null until all sales are read. */
  readonly relations: readonly unknown[] | null
  /** When all was read; null where there is more. */
  readonly readAt: Date | null
  readonly nextAt: Date
}

/** Writes what one more page led to. */
export async function saveBackfillPage(tx: Transaction<DB>, page: BackfillPage): Promise<void> {
  await tx
    .updateTable('backfills')
    .set({
      up_to: page.upTo === null ? null : BigInt(page.upTo),
      calls: page.calls,
      mutations_read: page.mutationsRead,
      sales: JSON.stringify(page.sales),
      relations: page.relations === null ? null : JSON.stringify(page.relations),
      read_at: page.readAt,
      next_at: page.nextAt,
      taken_until: null,
      cause: null,
      ...(page.readAt === null ? {} : { state: 'ready' }),
    })
    .where('id', '=', page.id)
    .where('state', '=', 'reading')
    .execute()
}

/** Writes that a page could not be read, and when it is tried again. */
export async function putOffBackfill(
  tx: Transaction<DB>,
  { cause, id, nextAt }: { id: string; cause: string; nextAt: Date },
): Promise<void> {
  await tx
    .updateTable('backfills')
    .set({ cause, next_at: nextAt, taken_until: null })
    .where('id', '=', id)
    .where('state', '=', 'reading')
    .execute()
}
