import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Log } from '@stella/bookkeeping'
import { failureOfListening } from '../processes/ports.ts'
import type { Metrics } from './metrics.ts'

export interface MetricsServer {
  /** Without a path. */
  address: string
  close(): Promise<void>
}

/**
 * Serves the figures at `/metrics`, and whether this process answers at `/live`, on a port of their own, which is never that of the people: whoever may reach it
 * reads how much goes on here.
 * @throws ProgramFailure portTaken, portForbidden, hostUnknown
 */
export async function serveMetrics(
  metrics: Metrics,
  { host, port, log }: { host: string; port: number; log: Log },
): Promise<MetricsServer> {
  const server = createServer(async (request, response) => {
    if (request.method === 'GET' && request.url === '/live') {
      response.writeHead(200).end()
      return
    }
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end()
      return
    }
    try {
      const text = await metrics.text()
      response.writeHead(200, { 'content-type': metrics.contentType }).end(text)
    } catch (error) {
      log.error('the figures cannot be read', { error: String(error) })
      response.writeHead(503).end()
    }
  })
  server.listen({ host, port })
  await once(server, 'listening').catch((error) => {
    throw failureOfListening(error, host, port, 'METRICS_PORT')
  })
  const { port: listening } = server.address() as AddressInfo
  return {
    address: `http://${host}:${listening}`,
    async close() {
      server.close()
      server.closeAllConnections()
    },
  }
}
