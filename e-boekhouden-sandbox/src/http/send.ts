import type { ServerResponse } from 'node:http'
import { discardBody, isBodyUnread } from './discard-body.ts'

const always = {
  'x-content-type-options': 'nosniff',
  // To the sandbox itself the pages say where they are, or browsers would keep the origin of its forms to themselves.
  'referrer-policy': 'same-origin',
  'cache-control': 'no-store',
}

export interface Sent {
  status?: number
  type: string
  body: string | Uint8Array
  headers?: Record<string, string>
}

/** Resolves when the answer has left, or the caller has gone. Before the whole request is in, it ends the connection. */
export function send(response: ServerResponse, { status = 200, type, body, headers }: Sent): Promise<void> {
  return new Promise((resolve) => {
    response.once('close', resolve)
    const bytes = typeof body === 'string' ? Buffer.from(body) : body
    const isEarly = isBodyUnread(response.req)
    response.writeHead(status, {
      ...always,
      ...headers,
      'content-type': type,
      'content-length': bytes.byteLength,
      ...(isEarly ? { connection: 'close' } : {}),
    })
    if (!isEarly) return void response.end(bytes)
    response.write(bytes)
    void discardBody(response.req).then(() => response.end())
  })
}

export function sendText(response: ServerResponse, status: number, text: string): Promise<void> {
  return send(response, { status, type: 'text/plain; charset=utf-8', body: `${text}\n` })
}

export function sendJson(response: ServerResponse, status: number, value: unknown): Promise<void> {
  return send(response, { status, type: 'application/json; charset=utf-8', body: JSON.stringify(value) })
}
