import type { IncomingMessage, ServerResponse } from 'node:http'
import { SandboxError } from '../errors.ts'
import { readBody } from '../http/read-body.ts'
import { send, sendText } from '../http/send.ts'
import type { Parts } from '../parts.ts'
import { findAsset } from './assets.ts'
import { faultsPage } from './faults.ts'
import { html } from './html.ts'
import { type Page, render } from './page.ts'
import { places } from './places.ts'
import { findAction, findPage } from './routes.ts'

const largestForm = 64 * 1024

const policy =
  "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; script-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

/** The pages: read with GET, changed with the POST of a form. */
export async function serveScreen(
  parts: Parts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', parts.url)
  const asset = findAsset(url.pathname)
  if (asset) return send(response, asset)
  if (request.method === 'POST') return serveAction(parts, url, request, response)
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return sendText(response, 405, 'Method Not Allowed')
  return sendPage(parts, response, findPage(parts, url) ?? notFound)
}

async function serveAction(
  parts: Parts,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const action = parts.control ? findAction(parts, url) : undefined
  if (!action) return sendPage(parts, response, notFound)
  const body = await readBody(request, largestForm)
  if (body === null) return sendText(response, 413, 'Payload Too Large')
  try {
    response.setHeader('location', await action(parts, new URLSearchParams(body.toString('utf8'))))
    return await sendText(response, 303, 'See Other')
  } catch (error) {
    if (!(error instanceof SandboxError)) throw error
    const page = url.pathname === places.faults ? faultsPage(parts, error.message) : refused(error)
    return sendPage(parts, response, page)
  }
}

function sendPage(parts: Parts, response: ServerResponse, page: Page): Promise<void> {
  return send(response, {
    status: page.status ?? 200,
    type: 'text/html; charset=utf-8',
    body: render(parts, page),
    headers: { 'content-security-policy': policy },
  })
}

const notFound: Page = {
  title: 'Niet gevonden',
  status: 404,
  content: html`<p class="sheet empty">Deze pagina bestaat niet. <a href="/">Naar het begin</a></p>`,
}

function refused(error: SandboxError): Page {
  return {
    title: 'Dat is niet gelukt',
    status: 422,
    content: html`<p class="sheet empty" role="alert">Er is niets gewijzigd. ${error.message}</p>`,
  }
}
