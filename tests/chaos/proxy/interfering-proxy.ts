import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { requestReader, type WireRequest } from './read-requests.ts'

/**
 * What happens to the next request for an operation, once:
 *
 * - `half_sent`: the service gets half of it
 * - `sent`: it gets all of it, after `lateByMs` if given; the answer goes nowhere
 * - `half_answered`: half of the answer comes back
 * - `answer_lost`: it is carried out, and the connection breaks without an answer
 * - `request_lost`: the connection breaks before the service got any of it
 *
 * `then` is called at that moment, with the request still open.
 */
export type Interference = {
  readonly kind: 'half_sent' | 'sent' | 'half_answered' | 'answer_lost' | 'request_lost'
  readonly operation: string
  readonly lateByMs?: number
  readonly then?: () => void
}

export type ServiceProxy = {
  /** The address of the service as seen through it. */
  readonly url: string
  /** Replaces what was asked for and did not happen yet. */
  interfere(interference: Interference | null): void
  /** From now on nothing of a kind passes, and nobody is told; null lets all pass again. */
  swallow(kind: 'requests' | 'answers' | null): void
  close(): Promise<void>
}

/** Stands between a program and the service, and passes everything on until it is told otherwise. */
export async function startProxy(serviceUrl: string): Promise<ServiceProxy> {
  const service = new URL(serviceUrl)
  const sockets = new Set<Socket>()
  const state: ProxyState = { interference: null, swallowing: null }
  const keep = (socket: Socket): Socket => {
    sockets.add(socket)
    return socket.setNoDelay(true).once('close', () => sockets.delete(socket))
  }
  const server = createServer((client) => {
    const toService = () => keep(connect({ host: service.hostname, port: Number(service.port) }))
    carry(keep(client), toService, state)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const breakAll = () => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    url: `http://127.0.0.1:${port}${service.pathname}`,
    interfere: (interference) => {
      state.interference = interference
    },
    swallow: (kind) => {
      state.swallowing = kind
      if (kind === null) breakAll()
    },
    close: async () => {
      breakAll()
      server.close()
      await once(server, 'close')
    },
  }
}

type ProxyState = { interference: Interference | null; swallowing: 'requests' | 'answers' | null }

/** Carries the requests of one connection to the service and the answers back. */
function carry(client: Socket, connectToService: () => Socket, state: ProxyState): void {
  const read = requestReader()
  let upstream: Socket | null = null
  let answering: Interference | null = null

  const service = (): Socket => {
    if (upstream !== null && !upstream.destroyed) return upstream
    const made = connectToService()
    upstream = made
    made.on('error', () => {})
    made.on('close', () => client.destroy())
    made.on('data', (chunk) => answer(chunk))
    return made
  }

  const answer = (chunk: Buffer): void => {
    if (client.destroyed) return void upstream?.destroy()
    if (state.swallowing !== null || answering?.kind === 'sent') return
    if (answering?.kind === 'answer_lost') return void client.resetAndDestroy()
    if (answering?.kind !== 'half_answered') return void client.write(chunk)
    const { then } = answering
    answering = { kind: 'sent', operation: '' }
    client.write(chunk.subarray(0, chunk.length / 2), () => then?.())
  }

  const pass = (request: WireRequest): void => {
    if (state.swallowing === 'requests') return
    answering = state.interference?.operation === request.operation ? state.interference : null
    if (answering === null) return void service().write(request.bytes)
    state.interference = null
    const { kind, then, lateByMs } = answering
    if (kind === 'request_lost') client.resetAndDestroy()
    else if (kind === 'half_sent') service().write(request.bytes.subarray(0, request.bytes.length / 2), then)
    else if (lateByMs !== undefined) setTimeout(() => service().write(request.bytes), lateByMs)
    else service().write(request.bytes)
    if (kind === 'sent') then?.()
  }

  client.on('data', (chunk) => {
    for (const request of read(chunk)) pass(request)
  })
  client.on('error', () => {})
  client.on('close', () => {
    // What was sent arrives and is worked on, however the sender fares; only then is that connection closed.
    if (answering?.kind !== 'sent') upstream?.destroy()
  })
}
