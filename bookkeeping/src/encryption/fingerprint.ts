import { createHmac, hkdfSync } from 'node:crypto'
import type { SealingKeys } from './sealing-keys.ts'

/** By what codes are recognised and never read: keyed hashes, and the name of the sealing key behind them. */
export type Fingerprint = {
  readonly keyName: string
  /** What that key was called before keys had names. */
  readonly formerName: string
  readonly code2: Buffer
  readonly username: Buffer
}

const KEY_BYTES = 32

/**
 * The fingerprints of codes under every key there is, that under the first one first: a stored one can then be
 * compared whichever key was the first when it was made. Capitals and the braces that a GUID may have make no
 * difference.
 */
export function fingerprintsOf(
  keys: SealingKeys,
  codes: { readonly username: string; readonly securityCode2: string },
): Fingerprint[] {
  return keys.map(({ name, formerName, key }) => ({
    keyName: name,
    formerName,
    code2: hashOf(key, 'code 2', codes.securityCode2),
    username: hashOf(key, 'username', codes.username),
  }))
}

function hashOf(key: Buffer, what: string, text: string): Buffer {
  const own = Buffer.from(hkdfSync('sha256', key, '', `stella fingerprint of ${what}`, KEY_BYTES))
  return createHmac('sha256', own).update(text.replace(/[{}]/g, '').toLowerCase()).digest()
}
