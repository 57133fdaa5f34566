import { type Breaker, breakerAfterFailure, closedBreaker } from '../retries/breaker.ts'

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
  at: number,
): ServiceBreaker {
  if (health === 'worked') return closedServiceBreaker
  const organizations = new Set([...before.organizations, organizationId])
  const breaker = breakerAfterFailure(before.breaker, at)
  if (organizations.size >= ORGANIZATIONS_TO_OPEN) return { breaker, organizations }
  return { breaker: { ...breaker, openUntil: null }, organizations }
}
