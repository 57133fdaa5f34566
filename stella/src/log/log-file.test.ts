import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openLog } from './log-file.ts'
import { rotateWhenLarge } from './rotation.ts'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stella-log-'))
  file = join(folder, 'stella.log')
})
afterEach(() => rmSync(folder, { recursive: true }))

test('what is secret does not reach the file, at any depth it is passed in', () => {
  const { log, close } = openLog(file, 'info')
  log.info({ password: 'canary', body: { securityCode1: 'canary' } }, 'one')
  log.info({ req: { headers: { authorization: 'canary', cookie: 'canary', 'x-api-key': 'canary' } } }, 'two')
  log.info({ credentials: { username: 'canary' }, token: 'canary' }, 'three')
  close()
  const written = readFileSync(file, 'utf8')
  expect(written.trim().split('\n')).toHaveLength(3)
  expect(written).not.toContain('canary')
})

test('a log that has grown is moved aside, and the oldest is dropped', () => {
  for (const generation of ['a', 'b', 'c', 'd', 'e', 'f']) {
    appendFileSync(file, generation.repeat(10))
    expect(rotateWhenLarge(file, 10)).toBe(true)
  }
  expect(readdirSync(folder).sort()).toEqual([1, 2, 3, 4].map((number) => `stella.log.${number}`))
  expect(readFileSync(`${file}.1`, 'utf8')).toBe('f'.repeat(10))
  expect(readFileSync(`${file}.4`, 'utf8')).toBe('c'.repeat(10))
})

test('a small log stays where it is', () => {
  appendFileSync(file, 'short')
  expect(rotateWhenLarge(file, 10)).toBe(false)
  expect(rotateWhenLarge(join(folder, 'absent.log'), 10)).toBe(false)
})
