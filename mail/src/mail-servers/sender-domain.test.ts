import { Resolver } from 'node:dns/promises'
import { once } from 'node:events'
import dns2 from 'dns2'
import { expect, onTestFinished, test } from 'vitest'
import { lookAtSenderDomain, type ResolveTexts } from './sender-domain.ts'

const { Packet } = dns2

/** A real name server on the loopback interface that knows these texts, and the way to ask it. */
async function namesWith(texts: Readonly<Record<string, readonly string[]>>): Promise<ResolveTexts> {
  const server = dns2.createServer({
    udp: true,
    handle: (request, send) => {
      const response = Packet.createResponseFromRequest(request)
      const [question] = request.questions
      const name = question?.name ?? ''
      const found = texts[name]
      if (found === undefined) response.header.rcode = Packet.RCODE.NXDOMAIN
      for (const data of found ?? [])
        response.answers.push(
          new Packet.Resource({ name, type: Packet.TYPE.TXT, class: Packet.CLASS.IN, ttl: 60, data }),
        )
      send(response)
    },
  })
  const listening = once(server, 'listening')
  await server.listen({ udp: { port: 0, address: '127.0.0.1' } })
  await listening
  onTestFinished(async () => {
    await server.close()
  })
  const port = server.addresses().udp?.port
  const resolver = new Resolver()
  resolver.setServers([`127.0.0.1:${port}`])
  return (name) => resolver.resolveTxt(name)
}

test('a domain that has all of it', async () => {
  const names = await namesWith({
    'bakker.test': ['google-site-verification=1', 'v=spf1 include:_spf.provider.test -all'],
    'selector1._domainkey.bakker.test': ['v=DKIM1; k=rsa; p=MIGfMA0GCSqGSIb3'],
    '_dmarc.bakker.test': ['v=DMARC1; p=reject; rua=mailto:dmarc@bakker.test'],
  })
  expect(await lookAtSenderDomain('facturen@Bakker.test', names)).toEqual({
    domain: 'bakker.test',
    spf: 'present',
    dkim: 'present',
    dmarc: 'reject',
  })
})

test('a domain that has nothing, or what cancels itself', async () => {
  const names = await namesWith({
    'bakker.test': ['v=spf1 a -all', 'v=spf1 mx -all', 'v=spf10 is another'],
    'default._domainkey.bakker.test': ['v=DKIM1; p='],
    '_dmarc.bakker.test': ['v=DMARC1; p=none'],
    'leeg.test': [],
  })
  expect(await lookAtSenderDomain('a@bakker.test', names)).toMatchObject({
    spf: 'several',
    dkim: 'not_found',
    dmarc: 'none',
  })
  expect(await lookAtSenderDomain('a@leeg.test', names)).toMatchObject({
    spf: 'missing',
    dkim: 'not_found',
    dmarc: 'missing',
  })
  expect(await lookAtSenderDomain('a@tikfout.test', names)).toMatchObject({
    spf: 'unknown',
    dkim: 'unknown',
    dmarc: 'unknown',
  })
})

test('of a part of a domain counts what the whole says of mail that is not from there', async () => {
  const names = await namesWith({
    'mail.bakker.test': [],
    '_dmarc.bakker.test': ['v=DMARC1; p=quarantine'],
  })
  expect(await lookAtSenderDomain('a@mail.bakker.test', names)).toMatchObject({ dmarc: 'quarantine' })
})

test('what nobody answers is not known, and never said to be missing', async () => {
  const silent: ResolveTexts = () =>
    Promise.reject(Object.assign(new Error('no answer'), { code: 'ETIMEOUT' }))
  expect(await lookAtSenderDomain('a@bakker.test', silent)).toMatchObject({
    spf: 'unknown',
    dkim: 'unknown',
    dmarc: 'unknown',
  })
})
