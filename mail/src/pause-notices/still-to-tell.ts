import { asksSomethingElse, isCauseCode } from '@stella/bookkeeping'
import {
  type CurrentPause,
  changePauseNotice,
  findPause,
  lockPauseNotice,
  type PauseNotice,
  type Transaction,
} from '@stella/database'

export type ToTell = { readonly notice: PauseNotice; readonly pause: CurrentPause }

/**
 * The pause that people must still be told of, or null. A connection that resumed before any letter left needs no
 * letter, and its notice is withdrawn, so that a next pause is told. The cause is the one of now: it may have
 * changed since. A later pause for another cause has a notice of its own, and so has a cause that asks something
 * else of people.
 */
export async function stillToTell(tx: Transaction, noticeId: string): Promise<ToTell | null> {
  const notice = await lockPauseNotice(tx, noticeId)
  if (notice === null || notice.state === 'withdrawn') return null
  const pause = await findPause(tx)
  if (pause !== null && isAbout(notice, pause)) return { notice, pause }
  await changePauseNotice(tx, noticeId, { from: ['queued', 'addressed'], to: 'withdrawn' })
  return null
}

function isAbout(notice: PauseNotice, pause: CurrentPause): boolean {
  if (pause.cause === notice.cause) return true
  if (pause.since.getTime() !== notice.pausedAt.getTime()) return false
  const { cause: before } = notice
  return !isCauseCode(before) || !isCauseCode(pause.cause) || !asksSomethingElse(before, pause.cause)
}
