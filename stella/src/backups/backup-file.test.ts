import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { BackupPart } from '@stella/database'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readBackup, writeBackup } from './backup-file.ts'
import { readIdentity } from './backup-key.ts'
import { listBackups } from './take-backup.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stella-backup-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const name = 'stella-2026-11-30T030000000Z.backup.age'
const rows: BackupPart = {
  kind: 'rows',
  rows: ['(1,"regel\u2028een")', `(2,"geheim ${'x'.repeat(200_000)}")`],
}
const parts: BackupPart[] = [{ kind: 'table', table: 'public.t', columns: ['a', 'b'] }, rows, rows]

async function* of(all: readonly BackupPart[]) {
  yield* all
}

async function written() {
  const identity = await generateX25519Identity()
  const file = join(folder, name)
  await writeBackup(of(parts), { file, recipients: [await identityToRecipient(identity)] })
  return { file, identity }
}

test('what is read is what was written, and nothing of it stands in the file in clear', async () => {
  const { file, identity } = await written()
  expect(await Readable.from(readBackup(file, [identity])).toArray()).toEqual(parts)
  expect(readFileSync(file).toString('latin1')).not.toContain('geheim')
  expect(listBackups(folder)).toEqual([{ file, takenAt: new Date('2026-11-30T03:00:00.000Z') }])
})

test('another key opens nothing', async () => {
  const { file } = await written()
  const other = await generateX25519Identity()
  await expect(Readable.from(readBackup(file, [other])).toArray()).rejects.toMatchObject({
    code: 'backupKeyWrong',
  })
})

test.each([0.1, 0.5, 0.999])('of a file cut off at %s of it nothing is taken for whole', async (share) => {
  const { file, identity } = await written()
  const whole = readFileSync(file)
  writeFileSync(file, whole.subarray(0, Math.floor(whole.length * share)))
  await expect(Readable.from(readBackup(file, [identity])).toArray()).rejects.toMatchObject({
    code: 'backupDamaged',
  })
})

test('a byte that was changed is noticed', async () => {
  const { file, identity } = await written()
  const whole = readFileSync(file)
  const at = whole.length - 40
  whole[at] = (whole[at] ?? 0) ^ 1
  writeFileSync(file, whole)
  await expect(Readable.from(readBackup(file, [identity])).toArray()).rejects.toMatchObject({
    code: 'backupDamaged',
  })
})

test('one that breaks off midway leaves no file', async () => {
  const breaking = async function* () {
    yield* parts
    throw new Error('the disk is full')
  }
  const recipients = [await identityToRecipient(await generateX25519Identity())]
  const writing = writeBackup(breaking(), { file: join(folder, name), recipients })
  await expect(writing).rejects.toThrow('the disk is full')
  expect(readdirSync(folder)).toEqual([])
})

test('what a killed process left is no backup', () => {
  writeFileSync(join(folder, `${name}.part`), 'half')
  expect(listBackups(folder)).toEqual([])
})

test('a key is read as age writes it, and its absence is said', async () => {
  const identity = await generateX25519Identity()
  const file = join(folder, 'backup.key')
  expect(() => readIdentity(file)).toThrow('backupKeyMissing')
  writeFileSync(file, `# created: 2026-11-30\n# public key: age1…\n${identity}\n`)
  expect(readIdentity(file)).toBe(identity)
  writeFileSync(file, 'age1publiek')
  expect(() => readIdentity(file)).toThrow('backupKeyUnusable')
})
