import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { serveControl } from '../control/api.ts'
import { SandboxError } from '../errors.ts'
import type { Parts } from '../parts.ts'
import { serveScreen } from '../screens/serve.ts'
import { comesFromOwnPages, namesThisHost } from './guards.ts'
import { sendText } from './send.ts'
import { serveSoap, soapPath } from './soap-endpoint.ts'

/** Longer than clients keep an idle connection in their pool, so that they never send on one that just closed. */
const keepAliveMs = 65_000
/** How long a request may take to arrive; a hostile one that dribbles in holds a connection no longer. */
const requestMs = 60_000

/** @throws SandboxError port_taken, port_forbidden, address_unknown */
export async function listen(parts: () => Parts, host: string, port: number): Promise<Server> {
  const server = createServer((request, response) => {
    route(parts(), host, request, response).catch((error: unknown) => failed(response, error))
  })
  server.keepAliveTimeout = keepAliveMs
  server.requestTimeout = requestMs
  server.headersTimeout = requestMs
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(listenError(error, host, port)))
    server.listen(port, host, resolve)
  })
  return server
}

async function route(
  parts: Parts,
  host: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = (request.url ?? '/').split('?')[0] ?? '/'
  if (path.toLowerCase() === soapPath && !asksForPage(request)) return serveSoap(parts, request, response)
  if (!namesThisHost(request, host, parts.url)) return sendText(response, 421, 'Misdirected Request')
  const changes = request.method !== 'GET' && request.method !== 'HEAD'
  if (changes && !comesFromOwnPages(request)) return sendText(response, 403, 'Forbidden')
  if (path === '/_sandbox' || path.startsWith('/_sandbox/')) return serveControl(parts, request, response)
  return serveScreen(parts, request, response)
}

/** As an .asmx service has a page for each operation at `?op=`. */
function asksForPage({ method, url = '' }: IncomingMessage): boolean {
  return (method === 'GET' || method === 'HEAD') && /\?op=/i.test(url)
}

/** What we did not foresee: the caller is told nothing of it, the operator all. */
function failed(response: ServerResponse, error: unknown): void {
  console.error(error)
  if (response.headersSent) response.destroy()
  else void sendText(response, 500, 'Internal Server Error')
}

function listenError(error: NodeJS.ErrnoException, host: string, port: number): SandboxError {
  const detail = `(${host}:${port})`
  if (error.code === 'EADDRINUSE') return new SandboxError('port_taken', detail, error)
  if (error.code === 'EACCES') return new SandboxError('port_forbidden', detail, error)
  return new SandboxError('address_unknown', detail, error)
}
