import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { lockFolder } from './lock.ts'
import { identityOf, stillRuns } from './process-identity.ts'

let folder: string
let lockFile: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stella-lock-'))
  lockFile = join(folder, 'stella.lock')
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('the lock of a data folder', () => {
  test('keeps a second start out, and leaves nothing behind when released', async () => {
    const lock = await lockFolder(folder, lockFile)
    await expect(lockFolder(folder, lockFile, 0)).rejects.toMatchObject({
      code: 'dataFolderInUse',
      parameters: [folder, process.pid],
    })
    lock.release()
    expect(readdirSync(folder)).toEqual([])
    const again = await lockFolder(folder, lockFile, 0)
    again.release()
  })

  test('takes over the lock of a process that was killed', async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' })
    await new Promise((resolve) => child.once('spawn', resolve))
    const identity = identityOf(child.pid ?? 0)
    writeFileSync(lockFile, JSON.stringify(identity))
    await expect(lockFolder(folder, lockFile, 0)).rejects.toMatchObject({ code: 'dataFolderInUse' })
    const gone = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGKILL')
    await gone
    const lock = await lockFolder(folder, lockFile, 0)
    lock.release()
  })

  test('is not fooled by another process that was given the same number', async () => {
    writeFileSync(lockFile, JSON.stringify({ pid: process.pid, startedAt: 'another boot' }))
    const lock = await lockFolder(folder, lockFile, 0)
    lock.release()
    expect(existsSync(lockFile)).toBe(false)
  })

  test('takes over a lock of which only half was written', async () => {
    writeFileSync(lockFile, '{"pid":')
    const lock = await lockFolder(folder, lockFile, 0)
    lock.release()
  })

  test('waits for a holder that is just stopping', async () => {
    const lock = await lockFolder(folder, lockFile)
    const waiting = lockFolder(folder, lockFile, 300_000)
    // It has looked once by now, and looks again.
    lock.release()
    const next = await waiting
    next.release()
  })
})

describe('the identity of a process', () => {
  test('holds while it runs', () => {
    const mine = identityOf(process.pid)
    expect(mine && stillRuns(mine)).toBe(true)
  })

  test('is not that of a number nobody has', () => {
    expect(identityOf(2 ** 22 + 1)).toBeUndefined()
  })
})
