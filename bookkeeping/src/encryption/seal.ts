import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { type Fingerprint, fingerprintsOf } from './fingerprint.ts'
import { type SealingKey, type SealingKeys, versionIn } from './sealing-keys.ts'

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
  readonly purpose: 'e-boekhouden-codes' | 'mail-password'
}

/** A secret as it is stored. Its own key is sealed with the key of that name. */
export type SealedSecret = {
  readonly keyName: string
  readonly wrappedKey: Buffer
  readonly sealedCodes: Buffer
}

/** A password as it is stored, in the same envelope. */
export type SealedPassword = Omit<SealedSecret, 'sealedCodes'> & { readonly sealedPassword: Buffer }

export interface Seal {
  seal(codes: Codes, place: SecretPlace): SealedSecret
  /** @throws SealError when the key is not there, or the secret was changed or moved. */
  open(secret: SealedSecret, place: SecretPlace): Codes
  /** The same for a password. */
  sealPassword(password: string, place: SecretPlace): SealedPassword
  /** @throws SealError as `open` does. */
  openPassword(secret: SealedPassword, place: SecretPlace): string
  /** By what codes are recognised, under every key; those under the first one first. */
  fingerprints(codes: Codes): readonly Fingerprint[]
  /** What its keys are called, the one it seals with first. */
  readonly keys: readonly Pick<SealingKey, 'name' | 'formerName'>[]
  /** The name of the key that opens a secret; that which the secret says, when we have no such key. */
  keyNameOf(secret: Pick<SealedSecret, 'keyName' | 'wrappedKey'>, place: SecretPlace): string
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

/** Seals with the first key, and opens with whichever of the keys a secret was sealed with. */
export function createSeal(keys: SealingKeys): Seal {
  return {
    seal(codes, place) {
      const { ownKey, ...wrapped } = wrap(keys, place)
      const sealedCodes = encrypt(ownKey, Buffer.from(JSON.stringify(codes)), context(place, 'codes'))
      return { ...wrapped, sealedCodes }
    },
    open(secret, place) {
      const { ownKey } = unwrap(keys, secret, place)
      return readCodes(decrypt(ownKey, secret.sealedCodes, context(place, 'codes')))
    },
    sealPassword(password, place) {
      const { ownKey, ...wrapped } = wrap(keys, place)
      return {
        ...wrapped,
        sealedPassword: encrypt(ownKey, Buffer.from(password), context(place, 'password')),
      }
    },
    openPassword(secret, place) {
      const { ownKey } = unwrap(keys, secret, place)
      return decrypt(ownKey, secret.sealedPassword, context(place, 'password')).toString('utf8')
    },
    fingerprints: (codes) => fingerprintsOf(keys, codes),
    keys: keys.map(({ name, formerName }) => ({ name, formerName })),
    keyNameOf(secret, place) {
      try {
        return unwrap(keys, secret, place).name
      } catch (error) {
        if (error instanceof SealError) return secret.keyName
        throw error
      }
    },
  }
}

function firstOf([first]: SealingKeys): SealingKey {
  if (first === undefined) throw new SealError('key_missing')
  return first
}

/** A key of a secret's own, sealed with the first of ours. */
function wrap(keys: SealingKeys, place: SecretPlace) {
  const ownKey = randomBytes(KEY_BYTES)
  const { name, key } = firstOf(keys)
  return { ownKey, keyName: name, wrappedKey: encrypt(key, ownKey, context(place, `key ${name}`)) }
}

/** The secret's own key, and which of ours it was sealed with. One of before keys had names is tried with each. */
function unwrap(
  keys: SealingKeys,
  { keyName, wrappedKey }: Pick<SealedSecret, 'keyName' | 'wrappedKey'>,
  place: SecretPlace,
) {
  const version = versionIn(keyName)
  const candidates = version === null ? keys.filter(({ name }) => name === keyName) : keys
  if (candidates.length === 0) throw new SealError('key_missing')
  const associated = context(place, `key ${version ?? keyName}`)
  for (const { name, key } of candidates) {
    try {
      return { name, ownKey: decrypt(key, wrappedKey, associated) }
    } catch (error) {
      if (!(error instanceof SealError)) throw error
    }
  }
  throw new SealError('secret_does_not_open')
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
