import { hkdfSync, randomBytes } from 'node:crypto'
import { readOrMake } from './kept-file.ts'

/**
 * What the passwords of Stella's logins at a PostgreSQL of one's own are derived from, 64 hexadecimal characters.
 * Derived from the newest key of STELLA_SECRET_KEY when that is given, so that several machines agree and a new key
 * brings new passwords; otherwise drawn once and kept in the data folder.
 */
export function databaseSecret(secretKey: string | undefined, file: string): string {
  if (secretKey === undefined) return readOrMake(file, () => randomBytes(32).toString('hex'))
  const [newest = ''] = secretKey.split(',')
  return Buffer.from(hkdfSync('sha256', newest.trim(), '', 'stella database logins', 32)).toString('hex')
}
