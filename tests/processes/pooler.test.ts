import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '@stella/database'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { freePort } from '../program/free-port.ts'
import {
  customer,
  invoiceFor,
  profile,
  type Shared,
  signUp,
  startOne,
  startShared,
} from '../program/several.ts'

// Where Debian's pgbouncer is installed: all of the program but what needs a session goes through it, over two
// connections for each role.

let shared: Shared
beforeAll(async () => {
  shared = await startShared()
})
afterAll(() => shared.stop())

const pgbouncer = '/usr/sbin/pgbouncer'

test.skipIf(!existsSync(pgbouncer))(
  'behind a pooler in transaction mode all works as without one',
  async () => {
    const { port, stop } = await startPooler()
    onTestFinished(stop)
    const settings = { ...shared.settings, DATABASE_POOLER_URL: `postgresql://127.0.0.1:${port}/shop` }
    const { guid, username, code1, code2 } = await shared.sandbox.call('addAdministration', {
      company: 'Pooler BV',
    })
    const web = await startOne('the web alone', settings)
    await startOne('the worker alone', settings)
    const cookie = await signUp(web.address)
    const send = async (method: string, path: string, body?: unknown) => {
      const answer = await fetch(`${web.address}${path}`, {
        method,
        headers: { cookie, origin: web.address, ...(body ? { 'content-type': 'application/json' } : {}) },
        ...(body ? { body: JSON.stringify(body) } : {}),
      })
      const text = await answer.text()
      if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`)
      return text === '' ? undefined : JSON.parse(text)
    }
    await send('PUT', '/api/organization', profile)
    await send('PUT', '/api/connection', { username, securityCode1: code1, securityCode2: code2 })
    const { id: customerId } = await send('POST', '/api/customers', customer)
    // Several at once over few connections: whatever were left in one of them would be somebody else's.
    const numbers = await Promise.all(
      Array.from({ length: 12 }, async () => {
        const { id } = await send('POST', '/api/invoices', invoiceFor(customerId))
        return (await send('POST', `/api/invoices/${id}/finalization`)).number
      }),
    )
    const { id: exported } = await send('POST', '/api/exports', {
      from: '2026-01-01',
      until: '2026-12-31',
      withDocuments: false,
    })
    const stateOf = async () =>
      (await send('GET', '/api/exports')).items.find(({ id }: { id: string }) => id === exported)?.state
    await expect.poll(stateOf).toBe('ready')
    await expect
      .poll(async () =>
        (await shared.sandbox.call('books', guid)).mutations.map(({ invoiceNumber }) => invoiceNumber).sort(),
      )
      .toEqual([...numbers].sort())
  },
)

/** With the example of `deploy/`, but for where things are; as the administrator of a database prepares it. */
async function startPooler(): Promise<{ port: number; stop: () => Promise<void> }> {
  const readme = readFileSync(new URL('../../deploy/README.md', import.meta.url), 'utf8')
  const [, preparation = ''] = /```sql\n(create role pgbouncer[\s\S]*?)```/.exec(readme) ?? []
  const url = new URL(shared.serverUrl)
  url.pathname = '/shop'
  const administrator = openDatabase({ url: url.href, role: 'owner', maxConnections: 1 })
  await administrator.pool.query(
    preparation.replace("'…'", "'poort'").replace('on database stella', 'on database shop'),
  )
  await administrator.close()
  const port = await freePort()
  const example = readFileSync(new URL('../../deploy/pgbouncer/pgbouncer.ini', import.meta.url), 'utf8')
  const own = mkdtempSync(join(tmpdir(), 'stella-pooler-'))
  chmodSync(own, 0o777)
  const socket = url.searchParams.get('host') ?? ''
  writeFileSync(join(own, 'users.txt'), '"pgbouncer" "poort"\n', { mode: 0o644 })
  const file = join(own, 'pgbouncer.ini')
  const settings = example
    .replace(
      'stella = host=127.0.0.1 port=5432 dbname=stella',
      `shop = host=${socket} port=${url.port || 5432} dbname=shop`,
    )
    .replace('listen_port = 6432', `listen_port = ${port}\nunix_socket_dir =`)
    .replace('/etc/pgbouncer/userlist.txt', join(own, 'users.txt'))
    .replace('default_pool_size = 20', 'default_pool_size = 2')
  writeFileSync(file, settings, { mode: 0o644 })
  // It never runs as root, and only the server's own user reaches the socket.
  const user = execFileSync('id', ['-nu', String(statSync(socket).uid)], { encoding: 'utf8' }).trim()
  const args = process.getuid?.() === 0 ? ['-u', user, file] : [file]
  const pooler: ChildProcess = spawn(pgbouncer, args, { stdio: ['ignore', 'inherit', 'inherit'] })
  const ended = new Promise<void>((resolve) => pooler.once('exit', () => resolve()))
  return {
    port,
    async stop() {
      pooler.kill('SIGKILL')
      await ended
      rmSync(own, { recursive: true, force: true })
    },
  }
}
