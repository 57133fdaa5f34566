import type { IncomingMessage, ServerResponse } from 'node:http'
import { SandboxError, type SandboxErrorCode } from '../errors.ts'
import { readBody } from '../http/read-body.ts'
import { sendJson } from '../http/send.ts'
import { check } from '../inputs/check.ts'
import { nothing } from '../inputs/shapes.ts'
import type { Parts } from '../parts.ts'
import { type Asked, type Route, routes } from './routes.ts'

const largestBody = 1024 * 1024

/** The control API: JSON in and out, for tests and scripts. Documented in the README. */
export async function serveControl(
  parts: Parts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    return await sendJson(response, 200, await answerTo(parts, request))
  } catch (error) {
    if (!(error instanceof SandboxError)) throw error
    return sendJson(response, statuses[error.code] ?? 400, { code: error.code, detail: error.message })
  }
}

const statuses: Partial<Record<SandboxErrorCode, number>> = {
  control_off: 404,
  not_found: 404,
  administration_unknown: 404,
  relation_unknown: 404,
  account_unknown: 404,
  mutation_unknown: 404,
  fault_unknown: 404,
}

async function answerTo(parts: Parts, request: IncomingMessage): Promise<unknown> {
  if (!parts.control) throw new SandboxError('control_off')
  const url = new URL(request.url ?? '/', parts.url)
  const { route, names } = findRoute(request.method ?? 'GET', url.pathname)
  const body = await readJson(request)
  const query = fieldsOf(url.searchParams)
  if (route.takes !== 'body') check(nothing, body, 'body_invalid')
  if (route.takes !== 'query') check(nothing, query, 'query_invalid')
  return route.answer(parts, { body, names, query })
}

/** After the words of the path come names at its even places: `/books/NAME/relations/NAME`.
 * @throws SandboxError not_found */
function findRoute(method: string, path: string): { route: Route; names: Asked['names'] } {
  const [first = '', name, kind, another, ...more] = path.replace(/\/$/, '').split('/').slice(2)
  const pattern = [first, name && '*', kind, another && '*', ...more].filter((part) => part !== undefined)
  const key = `${method} /${pattern.join('/')}`
  const route = Object.hasOwn(routes, key) ? routes[key] : undefined
  if (!route) throw new SandboxError('not_found')
  return { route, names: [decoded(name ?? ''), decoded(another ?? '')] }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function fieldsOf(query: URLSearchParams): Record<string, string> {
  const names = [...query.keys()]
  const twice = names.find((name, at) => names.indexOf(name) < at)
  if (twice !== undefined) throw new SandboxError('query_invalid', `${twice}: once`)
  return Object.fromEntries(query)
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const body = await readBody(request, largestBody)
  if (body === null) throw new SandboxError('body_invalid', 'It is too large.')
  if (body.byteLength === 0) return {}
  // A form of a page elsewhere cannot send this type without being asked first.
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? ''))
    throw new SandboxError('body_invalid', 'It is not application/json.')
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    throw new SandboxError('body_invalid', 'It is not JSON.')
  }
}
