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
