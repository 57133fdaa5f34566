import type { IncomingMessage, ServerResponse } from 'node:http'
import { snapshotOf } from '../books/snapshot.ts'
import { SandboxError, type SandboxErrorCode } from '../errors.ts'
import type { AdministrationChange, NewAdministration } from '../handle/administration.ts'
import type { FaultRule } from '../handle/faults.ts'
import type { Settings } from '../handle/settings.ts'
import { readBody } from '../http/read-body.ts'
import { sendJson } from '../http/send.ts'
import { check } from '../inputs/check.ts'
import { faultSwitch, nothing } from '../inputs/shapes.ts'
import type { Parts } from '../parts.ts'
import {
  accessTo,
  addAdministration,
  changeAdministration,
  changePassword,
  findAdministration,
} from './administrations.ts'
import { clockState, setClock } from './clock.ts'
import { filterOf, readJournal } from './journal.ts'
import { changeSettings } from './settings.ts'

const largestBody = 1024 * 1024

interface Asked {
  /** The JSON of the body; `{}` when there is none. */
  body: unknown
  /** What stands in the place of `*` in the path. */
  name: string
  query: Record<string, string>
}

interface Route {
  /** Where it takes fields from; elsewhere it takes none. What it does with them checks them. */
  takes?: 'body' | 'query'
  answer: (parts: Parts, asked: Asked) => unknown
}

/** `*` stands for one part of the path, decoded: a guid, a user name, the id of a fault, a number. */
const routes: Record<string, Route> = {
  'GET /_sandbox': { answer: overview },
  'POST /_sandbox/reset': {
    answer: (parts) => {
      parts.reset()
      return overview(parts)
    },
  },
  'GET /_sandbox/administrations': { answer: administrations },
  'POST /_sandbox/administrations': {
    takes: 'body',
    answer: ({ store, clock }, { body }) => addAdministration(store, clock, body as NewAdministration),
  },
  'PATCH /_sandbox/administrations/*': {
    takes: 'body',
    answer: ({ store }, { body, name }) => {
      changeAdministration(store, name, body as AdministrationChange)
      return accessTo(findAdministration(store, name))
    },
  },
  'POST /_sandbox/administrations/*/password': {
    answer: ({ store }, { name }) => changePassword(store, name),
  },
  'GET /_sandbox/books': { answer: ({ store }) => snapshotOf(store.first()) },
  'GET /_sandbox/books/*': { answer: ({ store }, { name }) => snapshotOf(findAdministration(store, name)) },
  'GET /_sandbox/faults': { answer: ({ faults }) => faults.list() },
  'POST /_sandbox/faults': {
    takes: 'body',
    answer: ({ faults }, { body }) => ({ id: faults.add(body as FaultRule) }),
  },
  'DELETE /_sandbox/faults': {
    answer: ({ faults }) => {
      faults.clear()
      return faults.list()
    },
  },
  'PATCH /_sandbox/faults/*': {
    takes: 'body',
    answer: ({ faults }, { body, name }) => {
      faults.switch(name, check(faultSwitch, body, 'fault_invalid').on)
      return faults.list()
    },
  },
  'DELETE /_sandbox/faults/*': {
    answer: ({ faults }, { name }) => {
      faults.remove(name)
      return faults.list()
    },
  },
  'GET /_sandbox/journal': {
    takes: 'query',
    answer: ({ journal, store }, { query }) => readJournal(journal, store, filterOf(query)),
  },
  'GET /_sandbox/settings': { answer: ({ store }) => store.world.settings },
  'PATCH /_sandbox/settings': {
    takes: 'body',
    answer: ({ store }, { body }) => {
      changeSettings(store, body as Partial<Settings>)
      return store.world.settings
    },
  },
  'GET /_sandbox/clock': { answer: ({ clock }) => clockState(clock) },
  'PUT /_sandbox/clock': {
    takes: 'body',
    answer: ({ clock }, { body }) => {
      setClock(clock, body)
      return clockState(clock)
    },
  },
}

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
  fault_unknown: 404,
}

async function answerTo(parts: Parts, request: IncomingMessage): Promise<unknown> {
  if (!parts.control) throw new SandboxError('control_off')
  const url = new URL(request.url ?? '/', parts.url)
  const { route, name } = findRoute(request.method ?? 'GET', url.pathname)
  if (!route) throw new SandboxError('not_found')
  const body = await readJson(request)
  const query = fieldsOf(url.searchParams)
  if (route.takes !== 'body') check(nothing, body, 'body_invalid')
  if (route.takes !== 'query') check(nothing, query, 'query_invalid')
  return route.answer(parts, { body, name, query })
}

function findRoute(method: string, path: string): { route: Route | undefined; name: string } {
  const [, root = '', place, name] = path.replace(/\/$/, '').split('/')
  const rest = path.replace(/\/$/, '').split('/').slice(4)
  const key = [`${method} /${root}`, place, name === undefined ? undefined : '*', ...rest]
  const exact = routes[`${method} ${path.replace(/\/$/, '')}`]
  const found = exact ?? routes[key.filter((part) => part !== undefined).join('/')]
  return { route: found, name: decoded(name ?? '') }
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

function overview(parts: Parts) {
  return {
    url: parts.url,
    soapUrl: `${parts.url}/soap.asmx`,
    administrations: administrations(parts),
    settings: parts.store.world.settings,
    faults: parts.faults.list().length,
    clock: clockState(parts.clock),
  }
}

function administrations({ store }: Parts) {
  return [...store.world.administrations.values()].map(accessTo)
}
