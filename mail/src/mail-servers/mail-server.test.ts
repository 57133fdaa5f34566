import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { smtpPost } from '../post/smtp-post.ts'
import { InvoiceToMail } from '../testing/invoice-to-mail.ts'
import { startMailServer } from '../testing/mail-server.ts'
import type { WithPassword } from './open-mail-server.ts'
import { systemReach } from './reachable-address.ts'
import { tryMailServer } from './try-mail-server.ts'

const nearby = { language: 'nl' as const, reach: { ...systemReach, privately: true } }
const asks = { user: 'bakker@voorbeeld.test', password: 'zout en gist ' }

async function serverThatAsks() {
  const server = await startMailServer({ asks })
  onTestFinished(() => server.close())
  const own: WithPassword = {
    host: 'localhost',
    port: server.port,
    security: 'none',
    username: asks.user,
    password: asks.password,
    sender: 'facturen@bakker.test',
  }
  return { server, own }
}

describe('a mail server that somebody fills in', () => {
  test('is signed in to, and takes a mail to the sender', async () => {
    const { own, server } = await serverThatAsks()
    expect(await tryMailServer(own, nearby)).toBeNull()
    expect(server.letters).toMatchObject([
      { from: { text: own.sender }, to: { text: own.sender }, subject: expect.stringContaining('Stella') },
    ])
  })

  test.each(['sender', 'recipient', 'whole'] as const)(
    'that takes nothing from the address says so: %s',
    async (point) => {
      const { own, server } = await serverThatAsks()
      server.at(point, () => 550)
      const refused = { path: 'sender', code: 'mail_server_sender_refused' }
      expect(await tryMailServer(own, nearby)).toEqual(refused)
    },
  )

  test('says which field is wrong', async () => {
    const { own } = await serverThatAsks()
    const tried = (changes: Partial<WithPassword>) => tryMailServer({ ...own, ...changes }, nearby)
    expect(await tried({ password: 'zout en gist' })).toEqual({
      path: 'password',
      code: 'mail_server_sign_in_refused',
    })
    expect(await tried({ security: 'starttls' })).toEqual({ path: 'security', code: 'mail_server_insecure' })
    expect(await tried({ security: 'tls' })).toEqual({ path: 'security', code: 'mail_server_insecure' })
    expect(await tried({ host: 'nergens.invalid' })).toEqual({ path: 'host', code: 'mail_server_not_found' })
    const closed = await startMailServer()
    await closed.close()
    expect(await tried({ port: closed.port })).toEqual({ path: 'host', code: 'mail_server_unreachable' })
  })

  test.each(['tls', 'starttls'] as const)(
    'with a certificate of its own making gets no password: %s',
    async (security) => {
      const told: unknown[] = []
      const onAuth: SMTPServerOptions['onAuth'] = (given, _session, done) => {
        told.push(given)
        done(null, { user: 'x' })
      }
      const server = new SMTPServer({ secure: security === 'tls', onAuth })
      server.on('error', () => {})
      server.listen(0, '127.0.0.1')
      await once(server.server, 'listening')
      onTestFinished(() => new Promise((resolve) => server.close(() => resolve())))
      const { port } = server.server.address() as AddressInfo
      const { own } = await serverThatAsks()
      expect(await tryMailServer({ ...own, port, security }, nearby)).toMatchObject({ path: 'security' })
      expect(told).toEqual([])
    },
  )

  test('nearby is not even connected to', async () => {
    const { own, server } = await serverThatAsks()
    let connections = 0
    server.at('connected', () => {
      connections += 1
      return undefined
    })
    expect(await tryMailServer(own, { ...nearby, reach: systemReach })).toEqual({
      path: 'host',
      code: 'mail_server_private',
    })
    expect(connections).toBe(0)
  })
})

describe('a mail of an organization with a mail server of its own', () => {
  let bench: InvoiceToMail
  beforeAll(async () => {
    bench = await InvoiceToMail.open()
  })
  afterAll(() => bench.close())

  const ofStella = async () => {
    const server = await startMailServer()
    onTestFinished(() => server.close())
    return { server, post: smtpPost({ url: server.url, from: 'Stella <stella@voorbeeld.test>' }) }
  }

  test('goes through it, from its address, and through Stella’s again once it is ended', async () => {
    const [{ own, server }, stella] = [await serverThatAsks(), await ofStella()]
    await bench.sendThrough(own)
    const job = await bench.wish()
    await bench.send(stella.post, job)
    expect(await bench.recipients(job)).toMatchObject([{ state: 'sent' }])
    expect(server.letters[0]).toMatchObject({
      from: { text: '"Bakkerij De Proef" <facturen@bakker.test>' },
      messageId: `<message.${job.messageId}@bakker.test>`,
    })
    expect(stella.server.letters).toEqual([])
    await bench.sendThrough(null)
    await bench.send(stella.post, await bench.wish())
    expect([server.letters.length, stella.server.letters.length]).toEqual([1, 1])
  })

  test('whose password changed waits, says so, and never goes another way', async () => {
    const [{ own }, stella] = [await serverThatAsks(), await ofStella()]
    await bench.sendThrough({ ...own, password: 'van vorig jaar' })
    const job = await bench.wish()
    await expect(bench.send(stella.post, job)).rejects.toThrow()
    expect(await bench.recipients(job)).toMatchObject([{ state: 'waiting', cause: 'sign_in_refused' }])
    expect(stella.server.letters).toEqual([])
    await bench.sendThrough(own)
    await bench.send(stella.post, job)
    expect(await bench.recipients(job)).toMatchObject([{ state: 'sent' }])
  })
})
