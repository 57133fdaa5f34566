import {
  type Breaker,
  breakerAfterFailure,
  closedBreaker,
  isCallAllowed,
  isProbe,
} from '../policy/breaker.ts'
import type { Instant } from '../ports/clock.ts'

/** Failures at fewer administrations than this are theirs, not the service's. */
const ORGANIZATIONS_TO_OPEN = 3

/**
 * The breaker around the whole service, as one worker sees it: after failures in a row at several
 * administrations it lets one call a minute through, until one works.
 */
export type ServiceBreaker = { readonly breaker: Breaker; readonly organizations: ReadonlySet<string> }

export const closedServiceBreaker: ServiceBreaker = { breaker: closedBreaker, organizations: new Set() }

export function serviceBreakerAfter(
  before: ServiceBreaker,
  health: 'worked' | 'failed',
  organizationId: string,
  now: Instant,
): ServiceBreaker {
  if (health === 'worked') return closedServiceBreaker
  const organizations = new Set([...before.organizations, organizationId])
  const breaker = breakerAfterFailure(before.breaker, now)
  if (organizations.size >= ORGANIZATIONS_TO_OPEN) return { breaker, organizations }
  return { breaker: { ...breaker, openUntil: null }, organizations }
}

/** How many of `free` lanes may be taken now: all, none, or one to try. */
export function lanesAllowed({ breaker }: ServiceBreaker, free: number, now: Instant): number {
  if (!isCallAllowed(breaker, now)) return 0
  return isProbe(breaker, now) ? Math.min(free, 1) : free
}
