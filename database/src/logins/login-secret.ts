import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto'

/** What the passwords of logins are derived from. Whoever has it signs in as each of them. */
export interface LoginSecret {
  /** The first characters of a hash of it, which are part of the names of its logins. */
  readonly id: string
  passwordOf(login: string): string
}

/** @param secret anything that nobody can guess: 32 bytes of chance, or what was derived from them */
export function loginSecret(secret: string): LoginSecret {
  return {
    id: createHash('sha256').update(`stella login ${secret}`).digest('hex').slice(0, 8),
    passwordOf: (login) => createHmac('sha256', secret).update(login).digest('base64url'),
  }
}

/** What PostgreSQL itself would use; a password of 256 bits needs no stretching. */
const iterations = 4096

/**
 * What PostgreSQL keeps of a password (RFC 5802, RFC 7677), made here so that the password itself travels in no
 * statement and stands in no log of the server.
 */
export function scramVerifier(password: string, salt: Buffer = randomBytes(16)): string {
  const salted = pbkdf2Sync(password, salt, iterations, 32, 'sha256')
  const keyOf = (name: string) => createHmac('sha256', salted).update(name).digest()
  const storedKey = createHash('sha256').update(keyOf('Client Key')).digest('base64')
  const serverKey = keyOf('Server Key').toString('base64')
  return `SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${storedKey}:${serverKey}`
}
