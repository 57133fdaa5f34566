import type { IncomingMessage, ServerResponse } from 'node:http'
import { snapshotOf } from '../books/snapshot.ts'
import { SandboxError } from '../errors.ts'
import type { AdministrationChange, NewAdministration } from '../handle/administration.ts'
import type { FaultRule } from '../handle/faults.ts'
import type { Settings } from '../handle/settings.ts'
import { readBody } from '../http/read-body.ts'
import { sendJson } from '../http/send.ts'
import type { Parts } from '../parts.ts'
import {
  accessTo,
  addAdministration,
  changeAdministration,
  changePassword,
  findAdministration,
} from './administrations.ts'
import { journalFilter, setClock } from './inputs.ts'
import { changeSettings } from './settings.ts'

const largestBody = 1024 * 1024

type Handler = (parts: Parts, body: unknown, name: string, query: URLSearchParams) => unknown

/** `*` stands for one part of the path, decoded: a guid, a user name, the id of a fault, a number. */
const routes: Record<string, Handler> = {
  'GET /_sandbox': overview,
  'POST /_sandbox/reset': (parts) => {
    parts.reset()
    return overview(parts)
  },
  'GET /_sandbox/administrations': (parts) => administrations(parts),
  'POST /_sandbox/administrations': ({ store, clock }, body) =>
    addAdministration(store, clock, (body ?? {}) as NewAdministration),
  'PATCH /_sandbox/administrations/*': ({ store }, body, name) => {
    changeAdministration(store, name, body as AdministrationChange)
    return accessTo(findAdministration(store, name))
  },
  'POST /_sandbox/administrations/*/password': ({ store }, _body, name) => changePassword(store, name),
  'GET /_sandbox/books': ({ store }) => snapshotOf(store.first()),
  'GET /_sandbox/books/*': ({ store }, _body, name) => snapshotOf(findAdministration(store, name)),
  'GET /_sandbox/faults': ({ faults }) => faults.list(),
  'POST /_sandbox/faults': ({ faults }, body) => ({ id: faults.add(body as FaultRule) }),
  'DELETE /_sandbox/faults': ({ faults }) => {
    faults.clear()
    return faults.list()
  },
  'PATCH /_sandbox/faults/*': ({ faults }, body, id) => {
    faults.switch(id, (body as { on?: unknown }).on === true)
    return faults.list()
  },
  'DELETE /_sandbox/faults/*': ({ faults }, _body, id) => {
    faults.remove(id)
    return faults.list()
  },
  'GET /_sandbox/journal': ({ journal }, _body, _name, query) => journal.list(journalFilter(query)),
  'GET /_sandbox/settings': ({ store }) => store.world.settings,
  'PATCH /_sandbox/settings': ({ store }, body) => {
    changeSettings(store, body as Partial<Settings>)
    return store.world.settings
  },
  'GET /_sandbox/clock': clockState,
  'PUT /_sandbox/clock': (parts, body) => {
    setClock(parts.clock, body)
    return clockState(parts)
  },
}

/** The control API: JSON in and out, for tests and scripts. Documented in the README. */
export async function serveControl(
  parts: Parts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!parts.control) return sendJson(response, 404, { code: 'control_off' })
  const url = new URL(request.url ?? '/', parts.url)
  const { handler, name } = findRoute(request.method ?? 'GET', url.pathname)
  if (!handler) return sendJson(response, 404, { code: 'not_found' })
  const body = await readJson(request)
  if (body instanceof Error) return sendJson(response, 400, { code: 'body_invalid', detail: body.message })
  try {
    return await sendJson(response, 200, handler(parts, body.value, name, url.searchParams))
  } catch (error) {
    if (!(error instanceof SandboxError)) throw error
    const status = error.code.endsWith('_unknown') ? 404 : 422
    return sendJson(response, status, { code: error.code, detail: error.message })
  }
}

function findRoute(method: string, path: string): { handler: Handler | undefined; name: string } {
  const [, root = '', place, name] = path.replace(/\/$/, '').split('/')
  const rest = path.replace(/\/$/, '').split('/').slice(4)
  const key = [`${method} /${root}`, place, name === undefined ? undefined : '*', ...rest]
  const exact = routes[`${method} ${path.replace(/\/$/, '')}`]
  const found = exact ?? routes[key.filter((part) => part !== undefined).join('/')]
  return { handler: found, name: decoded(name ?? '') }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

async function readJson(request: IncomingMessage): Promise<{ value: unknown } | Error> {
  const body = await readBody(request, largestBody)
  if (body === null) return new Error('too large')
  if (body.byteLength === 0) return { value: {} }
  // A form of a page elsewhere cannot send this type without being asked first.
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? ''))
    return new Error('not application/json')
  try {
    const value: unknown = JSON.parse(body.toString('utf8'))
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? { value }
      : new Error('not an object')
  } catch {
    return new Error('not JSON')
  }
}

function overview(parts: Parts) {
  return {
    url: parts.url,
    soapUrl: `${parts.url}/soap.asmx`,
    administrations: administrations(parts),
    settings: parts.store.world.settings,
    faults: parts.faults.list().length,
    clock: clockState(parts),
  }
}

function administrations({ store }: Parts) {
  return [...store.world.administrations.values()].map(accessTo)
}

function clockState({ clock }: Parts) {
  return { now: clock.now().toISOString(), aheadSeconds: clock.ahead() }
}
