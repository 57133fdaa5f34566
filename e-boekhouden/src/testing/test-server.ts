import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { createServer as createTcpServer } from 'node:net'

/** A request as it arrived. */
export type Arrived = { headers: IncomingMessage['headers']; body: string; operation: string }

export type TestServer = {
  url: string
  arrived: Arrived[]
  /** Connections that were made, in all. */
  connections(): number
  close(): Promise<void>
}

/** A real HTTP server on a free port of the loopback address, answering as the test says. */
export async function startTestServer(
  answer: (request: Arrived, response: ServerResponse, earlier: number) => void | Promise<void>,
): Promise<TestServer> {
  const arrived: Arrived[] = []
  let connections = 0
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString()
      const operation = body.match(/<soap:Body><(\w+)/)?.[1] ?? ''
      const one = { headers: request.headers, body, operation }
      arrived.push(one)
      void Promise.resolve(answer(one, response, arrived.length - 1)).catch((error) =>
        response.destroy(error),
      )
    })
  })
  server.on('connection', () => {
    connections += 1
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${portOf(server.address())}/soap.asmx`,
    arrived,
    connections: () => connections,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** A bare TCP server, for what no HTTP server does. */
export async function startTcpServer(
  onSocket: (socket: Socket) => void,
): Promise<{ url: string; close(): Promise<void> }> {
  const sockets = new Set<Socket>()
  const server = createTcpServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => sockets.delete(socket))
    onSocket(socket)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${portOf(server.address())}/soap.asmx`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  }
}

/** A port on which nothing listens. */
export async function freePort(): Promise<number> {
  const server = createTcpServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const port = portOf(server.address())
  await new Promise<void>((resolve) => server.close(() => resolve()))
  return port
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return address.port
}
