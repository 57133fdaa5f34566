import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { type Fingerprint, fingerprintsOf } from './fingerprint.ts'
import type { SealingKeys } from './sealing-keys.ts'

/** AES-256-GCM as SP 800-38D recommends it: a nonce of 96 bits, a tag of 128. */
const CIPHER = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16
const KEY_BYTES = 32

/** The codes with which e-Boekhouden.nl lets us in. */
export type Codes = {
  readonly username: string
  readonly securityCode1: string
  readonly securityCode2: string
}

/** Where a secret belongs: it opens nowhere else, not for another organization, row or purpose. */
export type SecretPlace = {
  readonly organizationId: string
  readonly rowId: string
  readonly purpose: 'e-boekhouden-codes'
}

/** A secret as it is stored. Its own key is sealed with the key of that version; changing that one re-wraps only. */
export type SealedSecret = {
  readonly keyVersion: number
  readonly wrappedKey: Buffer
  readonly sealedCodes: Buffer
}

export interface Seal {
  seal(codes: Codes, place: SecretPlace): SealedSecret
  /** @throws SealError when the key is not there, or the secret was changed or moved. */
  open(secret: SealedSecret, place: SecretPlace): Codes
  /** By what codes are recognised, under every key; those under the current one first. */
  fingerprints(codes: Codes): readonly Fingerprint[]
}

/** It does not open. Says nothing of what is inside. */
class SealError extends Error {
  override readonly name = 'SealError'
  readonly code: 'key_missing' | 'secret_does_not_open'

  constructor(code: 'key_missing' | 'secret_does_not_open') {
    super(
      code === 'key_missing' ? 'The key of this secret is not configured.' : 'The secret does not open here.',
    )
    this.code = code
  }
}

/** Seals with the current key, and opens with whichever of the keys a secret was sealed with. */
export function createSeal(keys: SealingKeys): Seal {
  return {
    seal(codes, place) {
      const ownKey = randomBytes(KEY_BYTES)
      const version = keys.current
      return {
        keyVersion: version,
        wrappedKey: encrypt(keyOf(keys, version), ownKey, context(place, `key ${version}`)),
        sealedCodes: encrypt(ownKey, Buffer.from(JSON.stringify(codes)), context(place, 'codes')),
      }
    },
    open(secret, place) {
      const key = keyOf(keys, secret.keyVersion)
      const ownKey = decrypt(key, secret.wrappedKey, context(place, `key ${secret.keyVersion}`))
      return readCodes(decrypt(ownKey, secret.sealedCodes, context(place, 'codes')))
    },
    fingerprints: (codes) => fingerprintsOf(keys, codes),
  }
}

function keyOf(keys: SealingKeys, version: number): Buffer {
  const key = keys.versions.get(version)
  if (key === undefined) throw new SealError('key_missing')
  return key
}

function context(place: SecretPlace, part: string): Buffer {
  return Buffer.from(JSON.stringify([place.organizationId, place.rowId, place.purpose, part]))
}

/** nonce ‖ ciphertext ‖ tag */
function encrypt(key: Buffer, plain: Buffer, associated: Buffer): Buffer {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES })
  cipher.setAAD(associated)
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

function decrypt(key: Buffer, sealed: Buffer, associated: Buffer): Buffer {
  if (sealed.length < NONCE_BYTES + TAG_BYTES) throw new SealError('secret_does_not_open')
  const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  })
  decipher.setAAD(associated)
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES))
  try {
    return Buffer.concat([
      decipher.update(sealed.subarray(NONCE_BYTES, sealed.length - TAG_BYTES)),
      decipher.final(),
    ])
  } catch {
    throw new SealError('secret_does_not_open')
  }
}

function readCodes(plain: Buffer): Codes {
  const { username, securityCode1, securityCode2 } = JSON.parse(plain.toString('utf8'))
  return { username, securityCode1, securityCode2 }
}
