import { type Attempt, attemptOf } from '../http/attempts.ts'

/**
 * How often within an hour a password may be guessed.
 *
 * From one place ten: people try which of their passwords it was. From all places that the account was never used
 * from a hundred, which is what NIST SP 800-63B allows in all: fewer would let few machines shut an owner out, more
 * would help who has many. From one place at all accounts three hundred: more than an office mistypes, and far fewer
 * than trying one password everywhere takes.
 *
 * A browser that signed in before counts by itself, so that nobody elsewhere can shut its owner out.
 */
const most = { onePlace: 10, allPlaces: 100, allAccounts: 300, knownDevice: 10 }

/** More would help whoever goes through a list of addresses. */
const mostTakenAddresses = 10

/** A guess at the password of an e-mail address; addresses without an account count just the same. */
export type PasswordGuess = {
  /** Forgotten once the right password was given. */
  own: Attempt
  /** Shared with others: only taken back then. */
  shared: Attempt[]
}

export function guessOfPassword(
  secret: string,
  { email, origin, device }: { email: string; origin: string; device: string | null },
): PasswordGuess {
  const account = email.trim().toLowerCase()
  if (device !== null) return { own: attemptOf(secret, `sign-in on ${device}`, most.knownDevice), shared: [] }
  return {
    own: attemptOf(secret, `sign-in ${account} from ${origin}`, most.onePlace),
    shared: [
      attemptOf(secret, `sign-in ${account}`, most.allPlaces),
      attemptOf(secret, `sign-ins from ${origin}`, most.allAccounts),
    ],
  }
}

/** Finding out which e-mail addresses have an account, by asking from one place. */
export function guessOfAccounts(secret: string, origin: string): Attempt {
  return attemptOf(secret, `sign-up ${origin}`, mostTakenAddresses)
}

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

/** A guess at the present password by whoever sits at a screen that is signed in. */
export function guessOfOwnPassword(secret: string, userId: string): Attempt {
  return attemptOf(secret, `password of ${userId}`, most.onePlace)
}

/** A guess at the code of a second factor, by whoever knows the password; recovery codes count with them. */
export function guessOfCode(secret: string, userId: string): Attempt {
  return attemptOf(secret, `code of ${userId}`, most.onePlace)
}

/** The use of one code: a code of an app holds for a minute and a half, and is taken once. */
export function useOfCode(secret: string, userId: string, code: string): Attempt {
  return attemptOf(secret, `code ${code} of ${userId}`, 1)
}

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
