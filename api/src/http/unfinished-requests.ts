import type { Socket } from 'node:net'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** Of a request that has its answer already, so much is thrown away while the answer travels; more is cut off. */
const mostThrownAway = 16_777_216

const runningOut = new WeakSet<Socket>()

/**
 * Lets run out what is still being sent of a request that is refused. To close at once would reset the connection,
 * and a client that still writes would see that instead of the answer.
 */
export function letRunOut({ raw }: FastifyRequest, reply: FastifyReply): void {
  const { socket } = raw
  let left = mostThrownAway
  reply.removeHeader('connection')
  runningOut.add(socket)
  raw.on('data', (chunk: Buffer) => {
    left -= chunk.length
    if (left < 0) socket.destroy()
  })
  raw.once('end', () => runningOut.delete(socket))
  raw.resume()
}

/** Whether what comes over the connection belongs to a request that has its answer. */
export function isRunningOut(socket: Socket): boolean {
  return runningOut.has(socket)
}
