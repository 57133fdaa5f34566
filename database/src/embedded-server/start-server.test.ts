import { spawn } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { withClient } from '../pools/with-client.ts'
import { readPidFile } from './lock-files.ts'
import { isAlive, isServerOf } from './processes.ts'
import { type EmbeddedServer, startEmbeddedServer } from './start-server.ts'
import { type ServerProcess, serverProcess } from './testing/server-process.ts'

let folder: string
let running: (EmbeddedServer | ServerProcess)[]
// Making the data takes most of a second, so the tests share it; those that need a first start say so.
beforeAll(() => {
  folder = temporaryFolder()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))
beforeEach(() => {
  running = []
})
afterEach(async () => {
  for (const server of running) await server.stop()
  const left = pidIn(folder)
  if (left !== undefined && isServerOf(left, clusterIn(folder))) process.kill(left, 'SIGQUIT')
})

/** The server's user may pass through it, as through most folders. */
function temporaryFolder(): string {
  const made = mkdtempSync(path.join(os.tmpdir(), 'stella-server-'))
  chmodSync(made, 0o755)
  return made
}

const clusterIn = (dataFolder: string) => path.join(dataFolder, 'postgresql/data')
const pidIn = (dataFolder: string) => readPidFile(clusterIn(dataFolder))?.pid

async function start(dataFolder = folder): Promise<EmbeddedServer> {
  const server = await startEmbeddedServer({ dataFolder })
  running.push(server)
  return server
}

async function startElsewhere(dataFolder = folder): Promise<ServerProcess> {
  const server = await serverProcess(dataFolder)
  running.push(server)
  return server
}

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  return (await withClient(url, 'tests', (client) => client.query(text))).rows
}

describe('a data folder', () => {
  test('is made at the first start and kept for the next', async () => {
    const first = await start()
    expect(first.adopted).toBe(false)
    await query(first.url, `create table if not exists kept as select 'é' as text`)
    await first.stop()
    expect(existsSync(path.join(clusterIn(folder), 'postmaster.pid'))).toBe(false)
    const second = await start()
    expect(second.adopted).toBe(false)
    expect(await query(second.url, 'select text, upper(text) from kept')).toEqual([{ text: 'é', upper: 'É' }])
  })

  test('holds a durable server with checksums that listens on its socket alone', async () => {
    const { url } = await start()
    const settings = await query(
      url,
      `select name, setting from pg_settings where name in
        ('listen_addresses', 'data_checksums', 'fsync', 'synchronous_commit', 'unix_socket_permissions') order by name`,
    )
    expect(Object.fromEntries(settings.map((row) => [row.name, row.setting]))).toEqual({
      data_checksums: 'on',
      fsync: 'on',
      listen_addresses: '',
      synchronous_commit: 'on',
      unix_socket_permissions: '0700',
    })
    const locale =
      'select datlocprovider as provider, datlocale as locale from pg_database where datname = current_database()'
    expect(await query(url, locale)).toEqual([{ provider: 'b', locale: 'C.UTF-8' }])
    expect(statSync(path.join(folder, 'postgresql')).mode & 0o777).toBe(0o700)
  })

  test('survives a process that was killed while it made the data', async () => {
    const fresh = temporaryFolder()
    const unfinished = path.join(fresh, 'postgresql/data.new-4194303')
    mkdirSync(unfinished, { recursive: true })
    const server = await start(fresh)
    expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }])
    expect(existsSync(unfinished)).toBe(false)
    await server.stop()
    rmSync(fresh, { recursive: true, force: true })
  })

  test('may have a path longer than a socket’s', async () => {
    await (await start()).stop()
    const deep = path.join(folder, 'a'.repeat(60), 'b'.repeat(60))
    mkdirSync(deep, { recursive: true })
    renameSync(path.join(folder, 'postgresql'), path.join(deep, 'postgresql'))
    const first = await startElsewhere(deep)
    const socketFolder = new URL(first.url).searchParams.get('host') ?? ''
    expect(socketFolder.length).toBeLessThan(90)
    await first.kill()
    const second = await start(deep)
    expect(second.adopted).toBe(true)
    expect(second.url).toBe(first.url)
    await second.stop()
    expect(existsSync(socketFolder)).toBe(false)
    renameSync(path.join(deep, 'postgresql'), path.join(folder, 'postgresql'))
  })
})

describe('a server that is there already', () => {
  test('outlives the killed process that started it, and is joined with all that was acknowledged', async () => {
    const first = await startElsewhere()
    await query(first.url, 'drop table if exists rows; create table rows (id int)')
    await withClient(first.url, 'tests', async (client) => {
      for (let id = 1; id <= 100; id++) await client.query('insert into rows values ($1)', [id])
      await first.kill()
    })
    const second = await start()
    expect(second.adopted).toBe(true)
    expect(await query(second.url, 'select count(*)::int as count from rows')).toEqual([{ count: 100 }])
    const pid = pidIn(folder)
    await second.stop()
    expect(pid === undefined || isAlive(pid)).toBe(false)
  })

  test('does not hear the Ctrl-C that its process hears', async () => {
    const first = await startElsewhere()
    await first.kill('SIGINT')
    expect(await query(first.url, 'select 1 as one')).toEqual([{ one: 1 }])
    expect((await start()).adopted).toBe(true)
  })

  test('is shared, and stopped by the last that leaves', async () => {
    const fresh = temporaryFolder()
    const [first, second] = await Promise.all([startElsewhere(fresh), startElsewhere(fresh)])
    expect([first.adopted, second.adopted].toSorted()).toEqual([false, true])
    expect(first.url).toBe(second.url)
    const starter = first.adopted ? second : first
    const joiner = first.adopted ? first : second
    await starter.stop()
    expect(await query(joiner.url, 'select 1 as one')).toEqual([{ one: 1 }])
    await joiner.stop()
    await expect(query(joiner.url, 'select 1')).rejects.toThrow()
    rmSync(fresh, { recursive: true, force: true })
  })

  test('was killed: the next start recovers what was acknowledged', async () => {
    const first = await startElsewhere()
    await query(first.url, 'drop table if exists rows; create table rows as select generate_series(1, 100)')
    process.kill(pidIn(folder) ?? 0, 'SIGKILL')
    await first.kill()
    const second = await start()
    expect(second.adopted).toBe(false)
    expect(await query(second.url, 'select count(*)::int as count from rows')).toEqual([{ count: 100 }])
  })
})

describe('a stale pid file', () => {
  /** Leaves the file of a server that was killed, with another process in it. */
  async function leavePidFile(pid: number): Promise<void> {
    const first = await startElsewhere()
    const server = pidIn(folder) ?? 0
    process.kill(server, 'SIGKILL')
    await first.kill()
    for (const file of ['data/postmaster.pid', '.s.PGSQL.5432.lock']) {
      const lock = path.join(folder, 'postgresql', file)
      writeFileSync(lock, readFileSync(lock, 'utf8').replace(String(server), String(pid)))
    }
  }

  test('that names a live process of the same user is healed', async () => {
    const { uid, gid } = statSync(path.join(folder, 'postgresql'))
    const other = spawn('sleep', ['60'], { uid, gid, cwd: '/' })
    try {
      await leavePidFile(other.pid ?? 0)
      const server = await start()
      expect(server.adopted).toBe(false)
      expect(isAlive(other.pid ?? 0)).toBe(true)
    } finally {
      other.kill()
    }
  })

  test('that names nobody is healed', async () => {
    await leavePidFile(4_194_303)
    expect((await start()).adopted).toBe(false)
  })
})

describe('what whoever runs Stella can mend has a code and a sentence', () => {
  test('a data folder that cannot be made', async () => {
    const file = path.join(folder, 'file')
    writeFileSync(file, '')
    await expect(startEmbeddedServer({ dataFolder: path.join(file, 'data') })).rejects.toMatchObject({
      code: 'data_folder_not_writable',
      message: expect.stringContaining(file),
    })
  })

  test('data of another PostgreSQL', async () => {
    const versionFile = path.join(clusterIn(folder), 'PG_VERSION')
    writeFileSync(versionFile, '15\n')
    await expect(start()).rejects.toMatchObject({
      code: 'data_of_other_postgresql',
      parameters: { found: '15', expected: '18' },
    })
    writeFileSync(versionFile, '18\n')
  })

  test('damaged data', async () => {
    const control = path.join(clusterIn(folder), 'global/pg_control')
    renameSync(control, `${control}.gone`)
    await expect(start()).rejects.toMatchObject({
      code: 'server_not_started',
      message: expect.stringContaining('pg_control'),
    })
    renameSync(`${control}.gone`, control)
    expect((await start()).adopted).toBe(false)
  })
})

describe.runIf(process.getuid?.() === 0)('started by root', () => {
  test('runs as another user', async () => {
    await start()
    expect(statSync(`/proc/${pidIn(folder)}`).uid).not.toBe(0)
  })

  test('keeps its data elsewhere when that user cannot reach the data folder, and finds it again', async () => {
    const closed = mkdtempSync(path.join(os.tmpdir(), 'stella-closed-'))
    const dataFolder = path.join(closed, 'data')
    const first = await start(dataFolder)
    await query(first.url, 'create table kept as select 1 as one')
    await first.stop()
    const place = readFileSync(path.join(dataFolder, 'database-folder'), 'utf8').trim()
    try {
      const second = await start(dataFolder)
      expect(await query(second.url, 'select one from kept')).toEqual([{ one: 1 }])
      await second.stop()
      rmSync(place, { recursive: true })
      await expect(start(dataFolder)).rejects.toMatchObject({
        code: 'data_folder_missing',
        parameters: { folder: place },
      })
    } finally {
      rmSync(place, { recursive: true, force: true })
      rmSync(closed, { recursive: true, force: true })
    }
  })
})
