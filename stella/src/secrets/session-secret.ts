import { hkdfSync, randomBytes } from 'node:crypto'
import { readOrMake } from './kept-file.ts'

/**
 * What session cookies are signed with, 64 hexadecimal characters. Derived from STELLA_SECRET_KEY when that is
 * given, so that several machines agree, and from the oldest of several keys, so that a new key in front signs
 * nobody out; otherwise drawn once and kept in the data folder.
 */
export function sessionSecret(secretKey: string | undefined, file: string): string {
  if (secretKey === undefined) return readOrMake(file, () => randomBytes(32).toString('hex'))
  return derived(keysIn(secretKey).at(-1) ?? '')
}

/** The same of the newer keys, the newest last. */
export function newerSecrets(secretKey: string | undefined): string[] {
  return secretKey === undefined ? [] : keysIn(secretKey).slice(0, -1).reverse().map(derived)
}

/** The newest first. */
function keysIn(secretKey: string): string[] {
  return secretKey.split(',').map((key) => key.trim())
}

function derived(key: string): string {
  return Buffer.from(hkdfSync('sha256', key, '', 'stella session cookies', 32)).toString('hex')
}
