import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Exchange } from '../handle/journal.ts'
import type { Parts } from '../parts.ts'
import { wsdl } from '../protocol/wsdl.ts'
import type { Ending } from '../soap/ending.ts'
import { soapVersionOf } from '../soap/envelope.ts'
import { exchange, noteReply } from '../soap/exchange.ts'
import { largestRequest } from '../xml/limits.ts'
import { readBody } from './read-body.ts'
import { send, sendText } from './send.ts'

const callerGone = new Error('the caller has gone')

export const soapPath = '/soap.asmx'

/** POST: a call. GET with `?WSDL`: the WSDL, with this sandbox as the place to call. */
export async function serveSoap(
  parts: Parts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method === 'GET' || request.method === 'HEAD') return serveDescription(parts, request, response)
  if (request.method !== 'POST') {
    response.setHeader('allow', 'GET, POST')
    return sendText(response, 405, 'Method Not Allowed')
  }
  const contentType = request.headers['content-type'] ?? ''
  const version = soapVersionOf(contentType)
  if (version === null) return sendText(response, 415, 'Unsupported Media Type')
  const body = await readBody(request, largestRequest)
  if (body === null) return sendText(response, 413, 'Maximum request length exceeded.')
  const startedAt = performance.now()
  const gone = new AbortController()
  // A reason that is there already: making one for every request costs more than the request's own reading.
  // Waits end early when the caller leaves or the sandbox stops, which closes every connection.
  response.once('close', () => gone.abort(callerGone))
  const action = request.headers.soapaction
  const { ending, entry } = await exchange(
    {
      service: parts,
      journal: parts.journal,
      hitsOn: parts.faults.hitsOn,
      wait: (milliseconds) => parts.clock.wait(milliseconds, gone.signal),
    },
    { version, contentType, action: typeof action === 'string' ? action : '', body },
  )
  await finish(parts, response, ending, entry, gone.signal)
  entry.durationMs = Math.round((performance.now() - startedAt) * 10) / 10
}

async function serveDescription(
  parts: Parts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const query = new URL(request.url ?? '/', parts.url).search.toLowerCase()
  if (query === '?wsdl' || query.startsWith('?wsdl=') || query.startsWith('?wsdl&')) {
    const body = wsdl(`${parts.url}${soapPath}`)
    return send(response, { type: 'text/xml; charset=utf-8', body })
  }
  response.setHeader('location', '/protocol')
  return sendText(response, 302, 'See /protocol')
}

/** Brings the exchange to its end on the wire and writes in the journal how it went. */
async function finish(
  parts: Parts,
  response: ServerResponse,
  ending: Ending,
  entry: Exchange,
  gone: AbortSignal,
): Promise<void> {
  if (gone.aborted) {
    entry.ending = 'client_left'
    return
  }
  if (ending.kind === 'answered') {
    const { reply } = ending
    noteReply(entry, reply, parts.store.world)
    await send(response, { status: reply.status, type: reply.contentType, body: reply.body })
    return
  }
  if (ending.kind === 'held') await parts.clock.wait(ending.seconds * 1000, gone)
  entry.ending = gone.aborted ? 'client_left' : ending.kind === 'reset' ? 'reset' : 'closed'
  if (ending.kind === 'reset') response.socket?.resetAndDestroy()
  else response.socket?.end()
  response.destroy()
}
