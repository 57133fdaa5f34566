import { type Attempt, attemptOf } from '../http/attempts.ts'

/** How many new accounts there may be within an hour. */
export type SignUpLimits = { readonly ofOrigin: number; readonly inAll: number }

/**
 * Each account may mail its customers, so whoever makes them by the hundred writes to thousands. Twenty from one place
 * is a class that tries Stella; three hundred in all is more than any day brings, and is seen by whoever runs it.
 */
export const usualSignUpLimits: SignUpLimits = { ofOrigin: 20, inAll: 300 }

/** Making an account, whatever its address. */
export function signUpsOf(secret: string, origin: string, { inAll, ofOrigin }: SignUpLimits): Attempt[] {
  return [attemptOf(secret, `accounts from ${origin}`, ofOrigin), attemptOf(secret, 'accounts', inAll)]
}

/** More would help whoever goes through a list of addresses. */
const mostTakenAddresses = 10

/** Finding out which e-mail addresses have an account, by asking from one place. */
export function guessOfAccounts(secret: string, origin: string): Attempt {
  return attemptOf(secret, `sign-up ${origin}`, mostTakenAddresses)
}
