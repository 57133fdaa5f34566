import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, lstatSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findBinaries, type InstalledBinaries, installedBinaries } from './binaries.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'stella-binaries-'))
  chmodSync(folder, 0o755)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** The installation as npm unpacks it when no install script may run: without symbolic links. */
function installWithoutLinks(parent: string): InstalledBinaries {
  const { folder: installed, version } = installedBinaries()
  const copy = path.join(parent, 'native')
  cpSync(installed, copy, {
    recursive: true,
    filter: (file) => !lstatSync(file).isSymbolicLink() && !file.endsWith('.a'),
  })
  return { folder: copy, version }
}

test('links to libraries that no install script made are made', () => {
  const installed = installWithoutLinks(folder)
  const before = spawnSync(path.join(installed.folder, 'bin/postgres'), ['--version'])
  const { postgres } = findBinaries({}, path.join(folder, 'copies'), installed)
  expect(before.status).not.toBe(0)
  expect(postgres).toBe(path.join(installed.folder, 'bin/postgres'))
  expect(spawnSync(postgres, ['--version'], { encoding: 'utf8' }).stdout).toContain('PostgreSQL')
})

test('binaries that cannot run here say why', () => {
  const installed = { folder: path.join(folder, 'native'), version: '18.0.0' }
  mkdirSync(installed.folder)
  expect(() => findBinaries({}, path.join(folder, 'copies'), installed)).toThrow(
    expect.objectContaining({ code: 'server_binaries_unusable' }),
  )
})

// Only root can give a folder to another user.
test.runIf(process.getuid?.() === 0)('what the server’s user cannot reach is copied to where it can', () => {
  const closed = path.join(folder, 'closed')
  mkdirSync(closed, { mode: 0o700 })
  const installed = installWithoutLinks(closed)
  const nobody = { uid: 65534, gid: 65534 }
  const copies = path.join(folder, 'copies')
  const first = findBinaries(nobody, copies, installed)
  expect(first.postgres).toBe(path.join(copies, `postgresql-${installed.version}`, 'bin/postgres'))
  expect(spawnSync(first.postgres, ['--version'], { ...nobody, cwd: '/' }).status).toBe(0)
  expect(findBinaries(nobody, copies, installed)).toEqual(first)
})
