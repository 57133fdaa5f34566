import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Sandbox } from './index.ts'
import { mutation, relation } from './testing/messages.ts'
import { openCaller } from './testing/soap-caller.ts'

const program = fileURLToPath(new URL('./main.ts', import.meta.url))

describe('the process', () => {
  let dataFolder: string
  const children: ChildProcess[] = []

  beforeEach(() => {
    dataFolder = mkdtempSync(join(tmpdir(), 'sandbox-process-'))
  })
  afterEach(() => {
    for (const child of children.splice(0)) child.kill('SIGKILL')
    rmSync(dataFolder, { recursive: true, force: true })
  })

  const launch = (environment: Record<string, string> = {}) => {
    const child = spawn(process.execPath, [program], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env.PATH, SANDBOX_PORT: '0', SANDBOX_DATA_DIR: dataFolder, ...environment },
    })
    children.push(child)
    return child
  }

  const ready = async (child: ChildProcess) => {
    if (!child.stdout) throw new Error('no stdout')
    const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string]
    return JSON.parse(line) as { ready: boolean; url: string; soapUrl: string }
  }

  const codes = { SANDBOX_USERNAME: 'proef', SANDBOX_CODE1: 'een', SANDBOX_CODE2: 'twee' }
  const access = { guid: '', company: '', username: 'proef', code1: 'een', code2: 'twee' }
  const callerAt = ({ url, soapUrl }: { url: string; soapUrl: string }) =>
    openCaller({ url, soapUrl } as Sandbox, access)

  it('says on one line when it listens, and stops in order on SIGTERM and SIGINT', async () => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      const child = launch()
      const said = await ready(child)
      expect(said).toEqual({
        ready: true,
        url: expect.stringMatching(/^http:/),
        soapUrl: `${said.url}/soap.asmx`,
      })
      // An open call must not hold it.
      await fetch(`${said.url}/_sandbox/faults`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"kind":"no_answer"}',
      })
      const held = fetch(said.soapUrl, {
        method: 'POST',
        headers: { 'content-type': 'text/xml' },
        body: closeSession,
      }).catch(() => 'ended')
      await expect.poll(() => hitsAt(said.url)).toBe(1)
      child.kill(signal)
      expect(await once(child, 'exit')).toEqual([0, null])
      expect(await held).toBe('ended')
    }
  })

  it('loses nothing it has answered when it is killed at any moment', async () => {
    const acknowledged: string[] = []
    for (let round = 1; round <= 3; round++) {
      const child = launch(codes)
      const caller = await callerAt(await ready(child))
      await caller.call('AddRelatie', relation('K1'))
      const ended = once(child, 'exit')
      for (let at = 1; ; at++) {
        const number = `R${round}-${at}`
        // Some calls in, at whatever point of one.
        if (at === 3 * round) setTimeout(() => child.kill('SIGKILL'), Math.random() * 20)
        const answer = await caller.call('AddMutatie', mutation(number)).catch(() => undefined)
        if (!answer) break
        if (answer.code === '') acknowledged.push(number)
      }
      await ended
    }
    const last = launch(codes)
    const place = await ready(last)
    const response = await fetch(`${place.url}/_sandbox/books`)
    const books = (await response.json()) as { mutations: { invoiceNumber: string; number: number }[] }
    const kept = books.mutations.map(({ invoiceNumber }) => invoiceNumber)
    expect(acknowledged.length).toBeGreaterThan(5)
    expect(acknowledged.filter((number) => !kept.includes(number))).toEqual([])
    expect(new Set(kept).size).toBe(kept.length)
    expect(books.mutations.map(({ number }) => number)).toEqual(kept.map((_, at) => at + 1))
  })

  it.each([
    [{ SANDBOX_PORT: 'drie' }, 'SANDBOX_PORT must be a number from 0 to 65535, not drie.'],
    [{ SANDBOX_CONTROL: 'ja' }, 'SANDBOX_CONTROL must be on or off.'],
    [{ SANDBOX_PUBLIC_URL: 'ergens' }, 'SANDBOX_PUBLIC_URL must be an http or https address'],
    [{ SANDBOX_CODE1: 'x'.repeat(51) }, 'SANDBOX_CODE1 has more than 50 characters.'],
    [{ SANDBOX_DATA_DIR: join(program, 'below') }, 'books_not_writable'],
    [{ SANDBOX_HOST: 'geen.host.invalid' }, 'address_unknown'],
  ])('names the mistake in %o in one line', async (environment, message) => {
    const child = launch(environment)
    const parts: string[] = []
    child.stderr?.on('data', (part: Buffer) => parts.push(part.toString()))
    expect(await once(child, 'close')).toEqual([1, null])
    const said = parts.join('').trim()
    expect(said).toContain(message)
    expect(said.split('\n')).toHaveLength(1)
  })

  it('names a port that is taken', async () => {
    const { url } = await ready(launch())
    const child = launch({ SANDBOX_PORT: new URL(url).port, SANDBOX_DATA_DIR: join(dataFolder, 'other') })
    const parts: string[] = []
    child.stderr?.on('data', (part: Buffer) => parts.push(part.toString()))
    await once(child, 'close')
    expect(parts.join('')).toContain('port_taken')
  })
})

/** How many calls the one fault has hit. */
async function hitsAt(url: string): Promise<number | undefined> {
  const rules = (await (await fetch(`${url}/_sandbox/faults`)).json()) as { hits: number }[]
  return rules[0]?.hits
}

const closeSession =
  '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><CloseSession xmlns="http://www.e-boekhouden.nl/soap"/></s:Body></s:Envelope>'
