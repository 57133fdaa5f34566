import { sql, type Transaction } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'

/** How far the telling of a pause is; migration 0006 says what each means. */
export const pauseNoticeStates = ['queued', 'addressed', 'told', 'withdrawn'] as const
export type PauseNoticeState = (typeof pauseNoticeStates)[number]

export type PauseNotice = { id: string; state: PauseNoticeState; cause: string; pausedAt: Date }

/** Whether people are told of the same cause again: not within this time. */
const toldAgainAfterHours = 24

/**
 * Opens the notice of a pause for the transaction's organization. Null when its people were told of this cause
 * within a day, or are about to be. The row is locked until the transaction ends, also when it is not taken.
 */
export async function openPauseNotice(
  tx: Transaction<DB>,
  pause: { cause: string; pausedAt: Date },
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    insert into pause_notices (cause, paused_at) values (${pause.cause}, ${pause.pausedAt})
    on conflict (organization_id, cause) do update
      set id = gen_random_uuid(), state = 'queued', paused_at = excluded.paused_at, told_at = null
      where pause_notices.state = 'withdrawn'
        or greatest(pause_notices.paused_at, pause_notices.told_at)
          <= excluded.paused_at - make_interval(hours => ${toldAgainAfterHours})
    returning id
  `.execute(tx)
  return rows[0]?.id ?? null
}

/**
 * The notice with this id, or null when a later pause has taken its place. Locked until the transaction ends: a
 * pause that comes meanwhile waits, so that what is decided here and what it decides fit together.
 */
export async function lockPauseNotice(tx: Transaction<DB>, id: string): Promise<PauseNotice | null> {
  const row = await tx
    .selectFrom('pause_notices')
    .select(['id', 'state', 'cause', 'paused_at'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row === undefined
    ? null
    : { id: row.id, state: row.state as PauseNoticeState, cause: row.cause, pausedAt: row.paused_at }
}

/** Moves a notice on if it is in one of these states; returns whether it was. `at` is when it was told. */
export async function changePauseNotice(
  tx: Transaction<DB>,
  id: string,
  step: { from: readonly PauseNoticeState[] } & (
    | { to: 'addressed' | 'withdrawn' }
    | { to: 'told'; at: Date }
  ),
): Promise<boolean> {
  const result = await tx
    .updateTable('pause_notices')
    .set({ state: step.to, told_at: step.to === 'told' ? step.at : null })
    .where('id', '=', id)
    .where('state', 'in', step.from)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}
