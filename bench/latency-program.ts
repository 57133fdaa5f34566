// A line to the service that takes time: what goes in at one end comes out at the other so many milliseconds later,
// in both directions. A process of its own, so that nobody's work delays it.
import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { answerCalls } from '../tests/chaos/processes/calls.ts'
import { settings } from '../tests/chaos/processes/started.ts'

export type LatencySettings = { readonly host: string; readonly port: number; readonly oneWayMs: number }

const { host, port, oneWayMs } = settings<LatencySettings>()
const server = createServer((near) => {
  const far = connect({ host, port })
  carry(near, far)
  carry(far, near)
})
server.listen(0, '127.0.0.1')
await once(server, 'listening')

const procedures = { port: (_: null): number => (server.address() as AddressInfo).port }
export type LatencyProcedures = typeof procedures
answerCalls(procedures)

/** Chunks keep their order: timers of the same length run out in the order in which they were set. */
function carry(from: Socket, to: Socket): void {
  from.setNoDelay(true)
  from.on('data', (chunk) => setTimeout(() => to.write(chunk), oneWayMs))
  from.on('close', () => setTimeout(() => to.destroy(), oneWayMs))
  from.on('error', () => {})
}
