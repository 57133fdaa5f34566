import { hash, verify } from '@node-rs/argon2'

/** The shortest password: ten characters of anything, as length protects and rules about signs do not. */
export const minPasswordLength = 10

/** Longer ones would only cost us time. */
export const maxPasswordLength = 200

/**
 * argon2id with the least that OWASP advises, 19 MiB and two rounds: about 15 ms here. More memory makes each
 * guess dearer for a thief of the table, and a flood of sign-ins dearer for us.
 */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Hashing for better-auth. */
export const passwords = {
  hash: (password: string) => hash(password.normalize('NFKC'), cost),
  verify: ({ hash: stored, password }: { hash: string; password: string }) =>
    verify(stored, password.normalize('NFKC')),
}
