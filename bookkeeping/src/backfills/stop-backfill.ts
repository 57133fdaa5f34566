import { changeBackfill, findBackfill, markLaneDue, type Transaction } from '@stella/database'

/** Nothing is in a state in which that can be done. */
export type StopRefusal = 'backfill_changed'

type Change = { readonly by: string; readonly now: Date }

/** Plans nothing more of it until somebody goes on; what is on its way comes to its end. Null when it is stopped. */
export function stopBackfill(tx: Transaction, { by, now }: Change): Promise<StopRefusal | null> {
  return change(tx, now, { from: ['running'], to: 'stopped', stoppedBy: by })
}

export function resumeBackfill(tx: Transaction, { now }: Change): Promise<StopRefusal | null> {
  return change(tx, now, { from: ['stopped'], to: 'running' })
}

/** Ends one that was not confirmed, or was stopped: what it did stays, and the rest stays out of the books. */
export function dropBackfill(tx: Transaction, { now }: Change): Promise<StopRefusal | null> {
  return change(tx, now, { from: ['reading', 'ready', 'stopped'], to: 'dropped' })
}

async function change(
  tx: Transaction,
  at: Date,
  step: Pick<Parameters<typeof changeBackfill>[1], 'from' | 'to' | 'stoppedBy'>,
): Promise<StopRefusal | null> {
  await markLaneDue(tx, at)
  const last = await findBackfill(tx)
  if (last === null || !(await changeBackfill(tx, { id: last.id, at, ...step }))) return 'backfill_changed'
  return null
}
