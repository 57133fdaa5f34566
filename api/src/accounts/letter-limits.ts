import { type Attempt, attemptOf } from '../http/attempts.ts'

/**
 * Asking for letters with which a password is chosen anew. To one address three an hour: nobody's mailbox is filled,
 * and a second one helps who deleted the first. From one place twenty: an office after its holidays.
 */
export function resetsOf(secret: string, { email, origin }: { email: string; origin: string }): Attempt[] {
  return [
    attemptOf(secret, `reset of ${email.trim().toLowerCase()}`, 3),
    attemptOf(secret, `resets from ${origin}`, 20),
  ]
}

/** Letters that confirm the address of an account, asked for anew. */
export function confirmationsOf(secret: string, userId: string): Attempt {
  return attemptOf(secret, `confirmations of ${userId}`, 3)
}

/** Changes of an address: letters go to whom it is said to be, who may be anybody. */
export function emailChangesOf(secret: string, userId: string, email: string): Attempt[] {
  return [attemptOf(secret, `addresses of ${userId}`, 5), attemptOf(secret, `change to ${email}`, 3)]
}
