import type { Caller } from './caller.ts'

/** Why a person needs a second factor for something: they work at the support desk, or their organization asks it. */
export const secondFactorReasons = ['support', 'organization'] as const
export type SecondFactorReason = (typeof secondFactorReasons)[number]

/**
 * Why this operation waits for a second factor of whoever calls it; null where it does not. A key is of no session, and
 * does nothing of what is asked it for.
 */
export function secondFactorNeededFor(
  caller: Caller,
  operation: { isOfSupport: boolean; isSensitive: boolean },
): SecondFactorReason | null {
  if (caller.kind !== 'person' || caller.user.hasSecondFactor) return null
  if (operation.isOfSupport) return 'support'
  return operation.isSensitive && caller.organization?.asksSecondFactor ? 'organization' : null
}
