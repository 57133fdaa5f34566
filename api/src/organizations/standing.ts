import { type Actor, causes, isCauseCode } from '@stella/bookkeeping'
import type { OrganizationStanding } from '@stella/database'

/** How an organization and its books can stand, the worst first. */
export const standings = [
  'paused',
  'failed',
  'differs',
  'not_compared',
  'waiting',
  'not_connected',
  'clean',
] as const
export type Standing = (typeof standings)[number]

/** By what weighs most: nothing is clean while something fails, or while nobody looked. */
export function standingOf({ failed, state, verdict, waiting }: OrganizationStanding): Standing {
  if (state === 'paused') return 'paused'
  if (failed > 0) return 'failed'
  if (state !== 'active') return 'not_connected'
  if (verdict === null) return 'not_compared'
  if (verdict.openDifferences > 0) return 'differs'
  return waiting > 0 ? 'waiting' : 'clean'
}

/** Since when it stands so; null where that is not known. */
export function sinceOf(row: OrganizationStanding): Date | null {
  const standing = standingOf(row)
  if (standing === 'paused') return row.pausedAt
  if (standing === 'failed') return row.failedSince
  return standing === 'differs' || standing === 'clean' ? (row.verdict?.since ?? null) : null
}

/** Why it stands still, or why most of it failed. */
export function causeOf(row: OrganizationStanding): string | null {
  const standing = standingOf(row)
  if (standing === 'paused') return row.pausedCause
  return standing === 'failed' ? row.failedCause : null
}

/** Who must act; a difference is the bookkeeper's. */
export function actorOf(row: OrganizationStanding): Actor {
  const cause = causeOf(row)
  if (isCauseCode(cause)) return causes[cause].actor
  const standing = standingOf(row)
  if (standing === 'not_connected') return 'owner'
  return standing === 'differs' || standing === 'failed' ? 'bookkeeper' : 'nobody'
}

/** The worst first, then where most failed, most differs, most waits; by name where that is the same. */
export function byUrgency(left: OrganizationStanding, right: OrganizationStanding): number {
  const place = (row: OrganizationStanding) => standings.indexOf(standingOf(row))
  return (
    place(left) - place(right) ||
    right.failed - left.failed ||
    (right.verdict?.openDifferences ?? 0) - (left.verdict?.openDifferences ?? 0) ||
    right.waiting - left.waiting ||
    left.name.localeCompare(right.name, 'nl')
  )
}
