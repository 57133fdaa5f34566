import type { IncomingMessage, ServerResponse } from 'node:http'
import { sendText } from '../http/send.ts'
import type { Parts } from '../parts.ts'

export function serveScreen(
  _parts: Parts,
  _request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  return sendText(response, 404, 'Not Found')
}
