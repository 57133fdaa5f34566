import { createServer } from 'node:https'
import { describe, expect, it } from 'vitest'
import { gate } from '../testing/gate.ts'
import { selfSigned } from '../testing/self-signed.ts'
import { freePort } from '../testing/test-server.ts'
import { cleanUps, failureOf, request, server, tcpServer, transportTo } from '../testing/transport-trial.ts'
import { TransportFailure } from './transport.ts'

describe('what was certainly not sent', () => {
  it('a refused connection', async () => {
    const transport = transportTo(`http://127.0.0.1:${await freePort()}/`)
    expect(await failureOf(transport.send(request))).toEqual({ sent: false, reason: 'refused' })
  })

  it('a refused connection on both addresses of localhost', async () => {
    const transport = transportTo(`http://localhost:${await freePort()}/`)
    expect(await failureOf(transport.send(request))).toEqual({ sent: false, reason: 'refused' })
  })

  it('a name that does not exist', async () => {
    const transport = transportTo('http://no-such-host.invalid/')
    expect(await failureOf(transport.send(request))).toEqual({ sent: false, reason: 'dns' })
  })

  it('a server that does not speak TLS', async () => {
    const { url, arrived } = await server((_request, response) => void response.end())
    const transport = transportTo(url.replace('http:', 'https:'))
    expect(await failureOf(transport.send(request))).toEqual({ sent: false, reason: 'tls' })
    expect(arrived).toHaveLength(0)
  })

  it('a certificate that nobody vouches for', async () => {
    let requests = 0
    const tls = createServer(selfSigned, (_request, response) => {
      requests += 1
      response.end()
    })
    await new Promise<void>((resolve) => tls.listen(0, '127.0.0.1', resolve))
    cleanUps.push(() => new Promise((resolve) => tls.close(() => resolve())))
    const address = tls.address()
    const transport = transportTo(`https://127.0.0.1:${typeof address === 'object' && address?.port}/`)
    expect(await failureOf(transport.send(request))).toEqual({ sent: false, reason: 'tls' })
    expect(requests).toBe(0)
  })

  it('a handshake that never ends', async () => {
    const { url } = await tcpServer(() => undefined)
    const transport = transportTo(url.replace('http:', 'https:'), { connectTimeoutMs: 100 })
    expect(await failureOf(transport.send(request))).toEqual({ sent: false, reason: 'connect_timeout' })
  })

  it('a total time-out that passes before a connection stands', async () => {
    const { url } = await tcpServer(() => undefined)
    const transport = transportTo(url.replace('http:', 'https:'), {
      totalTimeoutMs: 50,
      connectTimeoutMs: 1_500,
    })
    expect(await failureOf(transport.send(request))).toEqual({ sent: false, reason: 'timeout' })
  })

  it('a signal that was aborted before', async () => {
    const { url, connections } = await server((_request, response) => void response.end())
    const sending = transportTo(url).send(request, AbortSignal.abort())
    expect(await failureOf(sending)).toEqual({ sent: false, reason: 'aborted' })
    expect(connections()).toBe(0)
  })

  it('a request given up while it waits for a connection; it does not leave afterwards either', async () => {
    const answering = gate()
    const { url, arrived } = await server(async (_request, response) => {
      await answering.opened
      response.end('<a/>')
    })
    const transport = transportTo(url, { connections: 1 })
    const first = transport.send({ ...request, body: 'first' })
    const leaving = new AbortController()
    const second = transport.send({ ...request, body: 'second' }, leaving.signal)
    await expect.poll(() => arrived).toHaveLength(1)
    leaving.abort()
    expect(await failureOf(second)).toEqual({ sent: false, reason: 'aborted' })
    answering.open()
    await first
    await transport.send({ ...request, body: 'third' })
    expect(arrived.map(({ body }) => body)).toEqual(['first', 'third'])
  })

  it('a request whose time is up while it waits for a connection', async () => {
    const { url, arrived } = await server(() => undefined)
    const transport = transportTo(url, { connections: 1, totalTimeoutMs: 120 })
    const bodies = ['first', 'second']
    const sending = bodies.map((body) => failureOf(transport.send({ ...request, body })))
    const failures = await Promise.all(sending)
    for (const { reason } of failures) expect(reason).toBe('timeout')
    // The connection of the first may have been given up, and another made, just before the second's time.
    const sent = bodies.filter((_, at) => failures[at]?.sent)
    expect(sent).toEqual(expect.arrayContaining(arrived.map(({ body }) => body)))
  })

  it('a request after the transport was closed', async () => {
    const { url } = await server((_request, response) => void response.end())
    const transport = transportTo(url)
    await transport.close()
    expect(await failureOf(transport.send(request))).toEqual({ sent: false, reason: 'closed' })
  })
})

describe('what may have been sent', () => {
  it('a connection reset once the request is there', async () => {
    const { url, arrived } = await server((_request, response) => void response.socket?.resetAndDestroy())
    expect(await failureOf(transportTo(url).send(request))).toEqual({ sent: true, reason: 'connection_lost' })
    expect(arrived).toHaveLength(1)
  })

  it('a connection that ends in the middle of the answer', async () => {
    const { url } = await server((_request, response) => {
      response.writeHead(200, { 'content-length': '1000' }).write('<half', () => response.destroy())
    })
    const error = await transportTo(url)
      .send(request)
      .catch((reason: unknown) => reason)
    expect(error).toMatchObject({ failure: { sent: true, reason: 'connection_lost' } })
    const received = error instanceof TransportFailure ? error.received : null
    expect(received && Buffer.from(received.body).toString()).toBe('<half')
  })

  it('an answer that does not come in time', async () => {
    const { url } = await server(() => undefined)
    expect(await timedOutAfterSending(url)).toEqual({ sent: true, reason: 'timeout' })
  })

  it('an answer that keeps coming for longer than the total time-out', async () => {
    const { url } = await server((_request, response) => {
      const drip = setInterval(() => response.write(' '), 10)
      response.on('close', () => clearInterval(drip))
    })
    expect(await timedOutAfterSending(url)).toEqual({ sent: true, reason: 'timeout' })
  })

  it('a request given up after it left', async () => {
    const { url, arrived } = await server(() => undefined)
    const leaving = new AbortController()
    const sending = transportTo(url).send(request, leaving.signal)
    await expect.poll(() => arrived).toHaveLength(1)
    leaving.abort()
    expect(await failureOf(sending)).toEqual({ sent: true, reason: 'aborted' })
  })

  it('an answer that is no HTTP', async () => {
    const { url } = await tcpServer((socket) => void socket.on('data', () => socket.end('SMTP ready\r\n')))
    expect(await failureOf(transportTo(url).send(request))).toEqual({ sent: true, reason: 'unreadable' })
  })

  for (const announced of [true, false]) {
    it(`an answer that is too large, its size ${announced ? 'announced' : 'not announced'}`, async () => {
      let written = 0
      const { url } = await server((_request, response) => {
        if (announced) response.setHeader('content-length', 100_000_000)
        const chunk = Buffer.alloc(64 * 1024)
        const fill = () => {
          while (!response.destroyed && written < 100_000_000) {
            written += chunk.length
            if (!response.write(chunk)) return void response.once('drain', fill)
          }
        }
        fill()
      })
      const transport = transportTo(url, { maxAnswerBytes: 200_000 })
      expect(await failureOf(transport.send(request))).toEqual({ sent: true, reason: 'too_large' })
      expect(written).toBeLessThan(20_000_000)
    })
  }
})

describe('an answer of which enough has come', () => {
  it('ends there, and the next request is answered whole', async () => {
    let isGone = false
    const { url } = await server(({ body }, response) => {
      if (body !== 'first') return void response.end('<b/>')
      response.on('close', () => {
        isGone = true
      })
      response.write('<a>')
    })
    const transport = transportTo(url, { connections: 1 })
    const heard: string[] = []
    const isEnough = (piece: Uint8Array) => {
      heard.push(Buffer.from(piece).toString())
      return heard.length === 1
    }
    const first = await transport.send({ ...request, body: 'first', isEnough })
    expect(Buffer.from(first.body).toString()).toBe('<a>')
    const second = await transport.send({ ...request, body: 'second', isEnough })
    expect(Buffer.from(second.body).toString()).toBe('<b/>')
    expect(heard).toEqual(['<a>', '<b/>'])
    await expect.poll(() => isGone).toBe(true)
  })
})

/** How a request failed whose time was up after it left: on a busy machine a short time may be up before. */
async function timedOutAfterSending(url: string): Promise<TransportFailure['failure']> {
  for (let totalTimeoutMs = 50; ; totalTimeoutMs *= 2) {
    const failure = await failureOf(transportTo(url, { totalTimeoutMs }).send(request))
    if (failure.sent || failure.reason !== 'timeout') return failure
  }
}
