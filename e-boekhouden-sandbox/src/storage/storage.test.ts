import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { type Sandbox, startSandbox } from '../index.ts'
import { mutation, relation } from '../testing/messages.ts'
import { openCaller, post } from '../testing/soap-caller.ts'

describe('books on disk', () => {
  let dataFolder: string
  const running: Sandbox[] = []
  const start = async () => {
    const sandbox = await startSandbox({ dataFolder })
    running.push(sandbox)
    return sandbox
  }
  const file = () => join(dataFolder, 'books.jsonl')

  beforeEach(() => {
    dataFolder = mkdtempSync(join(tmpdir(), 'sandbox-storage-'))
  })
  afterEach(async () => {
    for (const sandbox of running.splice(0)) await sandbox.close().catch(() => {})
    rmSync(dataFolder, { recursive: true, force: true })
  })

  const bookSome = async (sandbox: Sandbox, count: number) => {
    const caller = await openCaller(sandbox)
    const first = sandbox.books().mutations.length
    await caller.call('AddRelatie', relation('K1'))
    for (let at = 1; at <= count; at++) await caller.call('AddMutatie', mutation(`V${first + at}`))
  }

  it('survive a restart with codes, sessions, settings and numbers', async () => {
    const first = await start()
    const other = first.addAdministration({ company: 'Tweede' })
    await bookSome(first, 3)
    first.settings.change({ vatCheck: 'strict' })
    const session = await openCaller(first, other)
    const before = [first.administrations(), first.books()]
    await first.close()
    const second = await start()
    expect([second.administrations(), second.books()]).toEqual(before)
    expect(second.settings.get().vatCheck).toBe('strict')
    await bookSome(second, 1)
    expect(second.books().mutations.at(-1)?.number).toBe(4)
    const moved = { ...second, soapUrl: second.soapUrl }
    expect(session.sessionId).toMatch(/^\{/)
    expect((await openCaller(moved, other)).sessionId).not.toBe(session.sessionId)
  })

  it('keep when a session was last used, in a line now and then', async () => {
    let second = 0
    const now = () => new Date(Date.UTC(2026, 10, 22, 9, 0, second))
    const settings = { sessionMinutes: 2 }
    const first = await startSandbox({ dataFolder, settings, now })
    const { sessionId: SessionID } = await openCaller(first)
    const used = async (sandbox: Sandbox) =>
      (await post(sandbox, 'GetAdministraties', { SessionID, SecurityCode2: first.administration.code2 }))
        .code
    const lines = () => readFileSync(file(), 'utf8').split('\n').length
    const before = lines()
    for (second = 0; second <= 100; second++) expect(await used(first)).toBe('')
    expect(lines() - before).toBe(50)
    await first.close()
    const again = await startSandbox({ dataFolder, settings, now })
    running.push(again)
    second = 100 + 119
    expect(await used(again)).toBe('')
    second += 121
    expect(await used(again)).toBe('E0023')
  })

  it('of an earlier form are written anew', async () => {
    const first = await start()
    await bookSome(first, 2)
    const books = first.books()
    await first.close()
    writeFileSync(file(), readFileSync(file(), 'utf8').replace('"format":3', '"format":1'))
    const second = await start()
    expect(readFileSync(file(), 'utf8')).toContain('"format":3')
    expect(second.books()).toEqual(books)
  })

  it('leave out a last line that was not written whole, and go on behind it', async () => {
    const first = await start()
    await bookSome(first, 2)
    await first.close()
    appendFileSync(file(), '[{"kind":"mutation_booked","guid":"')
    const second = await start()
    expect(second.books().mutations).toHaveLength(2)
    await bookSome(second, 1)
    await second.close()
    const third = await start()
    expect(third.books().mutations.map(({ number }) => number)).toEqual([1, 2, 3])
  })

  it('are refused when a line in the middle is damaged, and left as they are', async () => {
    const first = await start()
    await bookSome(first, 2)
    await first.close()
    const lines = readFileSync(file(), 'utf8').split('\n')
    const damaged = lines.map((line, at) => (at === 2 ? line.slice(0, 10) : line)).join('\n')
    writeFileSync(file(), damaged)
    await expect(start()).rejects.toMatchObject({ code: 'books_damaged' })
    expect(readFileSync(file(), 'utf8')).toBe(damaged)
  })

  it('are refused when a newer program kept them, and when they are in use', async () => {
    const first = await start()
    await expect(start()).rejects.toMatchObject({ code: 'books_in_use' })
    await first.close()
    const text = readFileSync(file(), 'utf8')
    writeFileSync(file(), text.replace('"format":3', '"format":4'))
    await expect(start()).rejects.toMatchObject({ code: 'books_of_newer_version' })
  })

  it('are taken over from a process that is gone', async () => {
    writeFileSync(join(dataFolder, 'in-use-by'), '4194300 12345')
    await expect(start()).resolves.toBeDefined()
  })

  it.skipIf(process.platform !== 'linux')(
    'are taken over from a process that was killed and that its parent never asked after',
    async () => {
      const parent = spawn('sh', ['-c', 'sleep 60 & echo $!; exec sleep 60'], {
        stdio: ['ignore', 'pipe', 'ignore'],
      })
      onTestFinished(() => void parent.kill())
      const [zombie] = await once(createInterface({ input: parent.stdout }), 'line')
      // A shell asks after its children; what it becomes never does.
      const parentName = () => readFileSync(`/proc/${parent.pid}/comm`, 'utf8').trim()
      await expect.poll(parentName).toBe('sleep')
      process.kill(Number(zombie), 'SIGKILL')
      const stat = () => readFileSync(`/proc/${zombie}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
      await expect.poll(() => stat()[0]).toBe('Z')
      writeFileSync(join(dataFolder, 'in-use-by'), `${zombie} ${stat()[19]}`)
      await expect(start()).resolves.toBeDefined()
    },
  )

  it('are refused in a folder that cannot be written', async () => {
    const folder = dataFolder
    writeFileSync(join(folder, 'file'), '')
    dataFolder = join(folder, 'file', 'below')
    await expect(start()).rejects.toMatchObject({ code: 'books_not_writable' })
    dataFolder = folder
  })

  it('are written together when there are many commits, and stay the same', async () => {
    const first = await start()
    await bookSome(first, 1)
    const books = first.books()
    await first.close()
    const [head = '', ...commits] = readFileSync(file(), 'utf8').trim().split('\n')
    const calls = (n: number) =>
      `[{"kind":"mutation_calls_counted","guid":"${books.guid}","month":"2026-11","calls":${n}}]`
    const many = Array.from({ length: 5001 }, (_, at) => calls(at + 1))
    writeFileSync(file(), `${[head, ...commits, ...many].join('\n')}\n`)
    const second = await start()
    expect(readFileSync(file(), 'utf8').trim().split('\n')).toHaveLength(2)
    expect(second.books()).toEqual({ ...books, mutationCalls: { '2026-11': 5001 } })
    await bookSome(second, 1)
    await second.close()
    const third = await start()
    expect(third.books().mutations).toHaveLength(2)
  })

  it('take the codes that are given at a start', async () => {
    const first = await start()
    await first.close()
    const given = { username: 'ik', code1: 'een', code2: 'twee' }
    const second = await startSandbox({ dataFolder, administration: given })
    running.push(second)
    expect(second.administration).toMatchObject({ ...given, guid: first.administration.guid })
    await openCaller(second)
  })
})
