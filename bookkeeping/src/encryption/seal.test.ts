import { createCipheriv, randomBytes, randomUUID } from 'node:crypto'
import { chmod, mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createSeal, type SealedSecret, type SecretPlace } from './seal.ts'
import { loadSealingKeys, parseSealingKeys } from './sealing-keys.ts'

const codes = { username: 'proefbakker', securityCode1: 'een', securityCode2: 'twee é €' }
const place = (): SecretPlace => ({
  organizationId: randomUUID(),
  rowId: randomUUID(),
  purpose: 'e-boekhouden-codes',
})
const newKey = () => randomBytes(32).toString('hex')

describe('a sealed secret', () => {
  const seal = createSeal(parseSealingKeys(newKey(), 'test'))

  test('opens where it belongs, and is never the same twice', () => {
    const here = place()
    const first = seal.seal(codes, here)
    const second = seal.seal(codes, here)
    expect(seal.open(first, here)).toEqual(codes)
    expect(first.sealedCodes.equals(second.sealedCodes)).toBe(false)
    expect(first.wrappedKey.equals(second.wrappedKey)).toBe(false)
    for (const code of Object.values(codes)) expect(first.sealedCodes.includes(Buffer.from(code))).toBe(false)
  })

  test('moved to another organization or row, or put together from two, it does not open', () => {
    for (let attempt = 0; attempt < 200; attempt += 1) {
      const here = place()
      const secret = seal.seal(codes, here)
      const other = seal.seal(codes, here)
      const open = (moved: SealedSecret, at: SecretPlace) => () => seal.open(moved, at)
      expect(open(secret, { ...here, organizationId: randomUUID() })).toThrow()
      expect(open(secret, { ...here, rowId: randomUUID() })).toThrow()
      expect(open({ ...secret, wrappedKey: other.wrappedKey }, here)).toThrow()
      const changed = Buffer.from(secret.sealedCodes)
      const byte = attempt % changed.length
      changed.writeUInt8(changed.readUInt8(byte) ^ 1, byte)
      expect(open({ ...secret, sealedCodes: changed }, here)).toThrow()
    }
  })

  test('of an older key opens while that key is there, wherever it stands, and says so when it is not', () => {
    const [oldest, old, young] = [newKey(), newKey(), newKey()]
    const here = place()
    const secret = createSeal(parseSealingKeys(`${old},${oldest}`, 'test')).seal(codes, here)
    for (const keys of [`${young},${old},${oldest}`, `${young},${old}`, old]) {
      expect(createSeal(parseSealingKeys(keys, 'test')).open(secret, here)).toEqual(codes)
    }
    const foreign = createSeal(parseSealingKeys(young, 'test'))
    expect(() => foreign.open(secret, here)).toThrow('not configured')
    expect(foreign.keyNameOf(secret, here)).toBe(secret.keyName)
  })

  test('says the name of its key, which tells nothing of the key', () => {
    const key = newKey()
    const [{ name } = { name: '' }] = parseSealingKeys(key, 'test')
    expect(createSeal(parseSealingKeys(key, 'test')).seal(codes, place()).keyName).toBe(name)
    expect(name).toMatch(/^[0-9a-f]{8}$/)
    expect(key).not.toContain(name)
  })

  test('of before keys had names opens with whichever key it was sealed with', () => {
    const [old, young] = [newKey(), newKey()]
    const here = place()
    const secret = sealedBeforeNames(Buffer.from(old, 'hex'), 1, here)
    for (const keys of [old, `${young},${old}`, `${old},${young}`]) {
      const seal = createSeal(parseSealingKeys(keys, 'test'))
      expect(seal.open(secret, here)).toEqual(codes)
      expect(seal.keyNameOf(secret, here)).toBe(parseSealingKeys(old, 'test')[0]?.name)
    }
    expect(() => createSeal(parseSealingKeys(young, 'test')).open(secret, here)).toThrow('does not open')
  })
})

/** As the version without names did it: nonce, ciphertext and tag in a row, the number of the key in the context. */
function sealedBeforeNames(key: Buffer, version: number, at: SecretPlace): SealedSecret {
  const ownKey = randomBytes(32)
  const encrypt = (by: Buffer, plain: Buffer, part: string) => {
    const nonce = randomBytes(12)
    const cipher = createCipheriv('aes-256-gcm', by, nonce)
    cipher.setAAD(Buffer.from(JSON.stringify([at.organizationId, at.rowId, at.purpose, part])))
    return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
  }
  return {
    keyName: `version ${version}`,
    wrappedKey: encrypt(key, ownKey, `key ${version}`),
    sealedCodes: encrypt(ownKey, Buffer.from(JSON.stringify(codes)), 'codes'),
  }
}

describe('the keys', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'stella-keys-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  test('come from the environment when it has them, in hexadecimal or base64', async () => {
    const key = randomBytes(32)
    for (const secretKey of [key.toString('hex'), key.toString('base64'), ` ${key.toString('base64url')} `]) {
      const keys = await loadSealingKeys({ secretKey, keyFile: join(folder, 'unused') })
      expect(keys.map((it) => it.key)).toEqual([key])
    }
    await expect(loadSealingKeys({ secretKey: 'kort', keyFile: '' })).rejects.toThrow('32 bytes')
  })

  test('are made once, however many start at the same moment, and only the owner can read them', async () => {
    const keyFile = join(folder, 'deep', 'key')
    const loaded = await Promise.all(Array.from({ length: 8 }, () => loadSealingKeys({ keyFile })))
    const texts = new Set(loaded.map(([it]) => it?.key.toString('hex')))
    expect(texts.size).toBe(1)
    expect((await stat(keyFile)).mode & 0o777).toBe(0o600)
    expect([...texts]).toEqual([(await readFile(keyFile, 'utf8')).trim()])
    await chmod(keyFile, 0o644)
    await expect(loadSealingKeys({ keyFile })).rejects.toThrow('Others on this machine can read')
  })
})
