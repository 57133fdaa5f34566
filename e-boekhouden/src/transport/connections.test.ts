import { once } from 'node:events'
import type { Socket } from 'node:net'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { startTcpServer } from '../testing/test-server.ts'
import { failureOf, request, server, transportTo } from '../testing/transport-trial.ts'
import { createTransport } from './undici-transport.ts'

describe('an answer that announces too many bytes', () => {
  it('is refused before they come', async () => {
    const { url } = await server((_request, response) => {
      response.writeHead(200, { 'content-length': 100_000_000 }).flushHeaders()
    })
    const transport = transportTo(url, { maxAnswerBytes: 200_000, totalTimeoutMs: 300_000 })
    expect(await failureOf(transport.send(request))).toEqual({ sent: true, reason: 'too_large' })
  })
})

describe('connections', () => {
  it('are kept and used again', async () => {
    const { url, connections, arrived } = await server((_request, response) => void response.end('<a/>'))
    const transport = transportTo(url)
    for (let call = 0; call < 5; call += 1) await transport.send(request)
    // A connection rests for one turn of the event loop before its next request, so two take turns.
    expect(connections()).toBeLessThanOrEqual(2)
    expect(arrived[0]?.body).toBe(request.body)
    expect(arrived[0]?.headers).toMatchObject({
      'content-length': '9',
      'content-type': 'text/xml; charset=utf-8',
    })
  })

  it('that the server closes in between are replaced without a failure', async () => {
    const used: Socket[] = []
    const { url, arrived, connections } = await server((_request, response) => {
      if (response.socket) used.push(response.socket)
      response.end('<a/>')
    })
    const transport = transportTo(url)
    for (let call = 0; call < 4; call += 1) {
      await transport.send(request)
      const socket = used.at(-1)
      // Closed once the other side has closed it too, and so knows of it.
      socket?.end()
      if (socket) await once(socket, 'close')
    }
    expect(arrived).toHaveLength(4)
    expect(connections()).toBe(4)
  })

  it('do not follow a redirect', async () => {
    const elsewhere = await server((_request, response) => void response.end('<a/>'))
    const { url } = await server(
      (_request, response) => void response.writeHead(307, { location: elsewhere.url }).end(),
    )
    expect((await transportTo(url).send(request)).status).toBe(307)
    expect(elsewhere.arrived).toHaveLength(0)
  })

  it('pass over provisional answers', async () => {
    const { url } = await server((_request, response) => {
      response.writeProcessing()
      response.writeHead(200, { 'content-type': 'text/xml' }).end('<a/>')
    })
    const answer = await transportTo(url).send(request)
    expect([answer.status, Buffer.from(answer.body).toString()]).toEqual([200, '<a/>'])
  })

  for (const address of [
    'http://soap.e-boekhouden.nl/soap.asmx',
    'http://soap.e-boekhouden.nl./soap.asmx',
    'http://soap.e-boekhouden.nl../soap.asmx',
    'http://SOAP.E-Boekhouden.NL./soap.asmx',
    'http://soap.e-boekhouden\u3002nl\uff0e/soap.asmx',
    'http://e-boekhouden.be.:80/soap.asmx',
    'ftp://localhost/',
    'https://user:word@localhost/',
    'nonsense',
  ]) {
    it(`are not made to ${address}`, () => {
      expect(() => createTransport({ url: address })).toThrow(TypeError)
    })
  }

  it('may be made in clear to a host of another name', async () => {
    for (const host of ['localhost', 'not-e-boekhouden.nl', 'e-boekhouden.nl.example']) {
      await createTransport({ url: `http://${host}/` }).close()
    }
  })
})

describe('whether bytes left', () => {
  it('is told rightly wherever the connection breaks, and no request arrives twice', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          breakAfterBytes: fc.integer({ min: 0, max: 400 }),
          reset: fc.boolean(),
          giveUpAfterMs: fc.option(fc.integer({ min: 0, max: 6 })),
          requests: fc.integer({ min: 1, max: 3 }),
        }),
        async ({ breakAfterBytes, reset, giveUpAfterMs, requests }) => {
          let arrivedBytes = ''
          const tcp = await startTcpServer((socket) => {
            let seen = 0
            const breakOff = () => (reset ? socket.resetAndDestroy() : socket.destroy())
            if (breakAfterBytes === 0) return breakOff()
            socket.on('data', (chunk) => {
              arrivedBytes += chunk.toString()
              seen += chunk.length
              if (seen >= breakAfterBytes) breakOff()
            })
          })
          const transport = createTransport({ url: tcp.url, connections: 1, totalTimeoutMs: 300 })
          const outcomes = await Promise.all(
            Array.from({ length: requests }, async (_, index) => {
              const signal = giveUpAfterMs === null ? undefined : AbortSignal.timeout(giveUpAfterMs)
              const mark = `<mark>${index}</mark>`
              return { mark, failure: await failureOf(transport.send({ headers: {}, body: mark }, signal)) }
            }),
          )
          await transport.close()
          await tcp.close()
          for (const { mark, failure } of outcomes) {
            const times = arrivedBytes.split(mark).length - 1
            expect(times).toBeLessThanOrEqual(failure.sent ? 1 : 0)
          }
          const posts = arrivedBytes.split('POST ').length - 1
          expect(posts).toBeLessThanOrEqual(outcomes.filter(({ failure }) => failure.sent).length)
        },
      ),
      { numRuns: 60 },
    )
  })
})
