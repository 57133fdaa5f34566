import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { drawPassword } from './password.ts'
import { newerSecrets, sessionSecret } from './session-secret.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stella-secrets-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('the session secret is drawn once, kept, and readable by its owner only', () => {
  const file = join(folder, 'session.secret')
  const secret = sessionSecret(undefined, file)
  expect(secret).toMatch(/^[0-9a-f]{64}$/)
  expect(sessionSecret(undefined, file)).toBe(secret)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(readdirSync(folder)).toEqual(['session.secret'])
})

test('with a key of the settings all machines have the same session secret, which is not the key', () => {
  const key = 'a1'.repeat(32)
  const one = sessionSecret(key, join(folder, 'one'))
  expect(sessionSecret(key, join(folder, 'two'))).toBe(one)
  expect(one).not.toBe(key)
  const newer = 'b2'.repeat(32)
  expect(sessionSecret(`${newer}, ${key}`, join(folder, 'one'))).toBe(one)
  // What the newer one gives is what it will give alone.
  expect(newerSecrets(`${newer}, ${key}`)).toEqual([sessionSecret(newer, join(folder, 'one'))])
  expect(newerSecrets(key)).toEqual([])
  expect(readdirSync(folder)).toEqual([])
})

test('passwords are drawn anew each time', () => {
  const drawn = new Set(Array.from({ length: 100 }, drawPassword))
  expect(drawn.size).toBe(100)
  for (const password of drawn) expect(password).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){2}$/)
})
