import { randomBytes, randomUUID } from 'node:crypto'
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

  test('of an older key opens while that key is there, and says so when it is not', () => {
    const [old, young] = [newKey(), newKey()]
    const here = place()
    const secret = createSeal(parseSealingKeys(old, 'test')).seal(codes, here)
    const rotated = createSeal(parseSealingKeys(`${young},${old}`, 'test'))
    expect(rotated.open(secret, here)).toEqual(codes)
    expect(rotated.seal(codes, here).keyVersion).toBe(2)
    const foreign = createSeal(parseSealingKeys(young, 'test'))
    expect(() => foreign.open(secret, here)).toThrow('does not open')
    expect(() => foreign.open({ ...secret, keyVersion: 9 }, here)).toThrow('not configured')
  })
})

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
      expect(keys.versions.get(1)?.equals(key)).toBe(true)
    }
    await expect(loadSealingKeys({ secretKey: 'kort', keyFile: '' })).rejects.toThrow('32 bytes')
  })

  test('are made once, however many start at the same moment, and only the owner can read them', async () => {
    const keyFile = join(folder, 'deep', 'key')
    const loaded = await Promise.all(Array.from({ length: 8 }, () => loadSealingKeys({ keyFile })))
    const texts = new Set(loaded.map((keys) => keys.versions.get(1)?.toString('hex')))
    expect(texts.size).toBe(1)
    expect((await stat(keyFile)).mode & 0o777).toBe(0o600)
    expect([...texts]).toEqual([(await readFile(keyFile, 'utf8')).trim()])
    await chmod(keyFile, 0o644)
    await expect(loadSealingKeys({ keyFile })).rejects.toThrow('Others on this machine can read')
  })
})
