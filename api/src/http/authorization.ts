import type { FastifyInstance, FastifyRequest } from 'fastify'
import { ApiError } from './api-error.ts'
import { type Caller, type Callers, type Person, sessionCookie } from './caller.ts'
import { cookieOf, forwardCookies } from './cookies.ts'
import { requireOwnOrigin } from './own-origin.ts'
import { isApi } from './security-headers.ts'

/**
 * Who may call an operation: `organization` is a person of an organization or a program with one of its API keys.
 * It is enforced before anything of the request is read.
 */
export type Audience = 'anyone' | 'organization' | 'person' | 'support'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may call the route; a route without it is open, and is not part of the API. */
    audience?: Audience
  }
}

const callersOfRequests = new WeakMap<FastifyRequest, Caller>()

/** Finds out who sent each request and refuses those whom the operation is not for, before the body is read. */
export function authorizeRequests(
  app: FastifyInstance,
  callers: Callers,
  publicUrl: string | undefined,
): void {
  app.addHook('onRoute', ({ url, config, schema }) => {
    const isDocumentation = schema !== undefined && 'hide' in schema
    if (isApi(url) && !isDocumentation && config?.audience === undefined) {
      throw new Error(`The route ${url} states no audience.`)
    }
  })
  app.addHook('onRequest', async (request, reply) => {
    const { audience } = request.routeOptions.config
    if (audience === undefined) return
    // A program sends its key itself, so no other website can make it do so.
    if (apiKeyOf(request) === null) requireOwnOrigin(request, publicUrl)
    if (audience === 'anyone') return
    const caller = await findCaller(request, callers, (cookies) =>
      forwardCookies(request, reply, cookies, publicUrl),
    )
    if (caller === null) throw new ApiError('not_signed_in')
    refuseOthers(audience, caller)
    callersOfRequests.set(request, caller)
  })
}

/** Who sent a request, as its key or cookie says now; null when neither is valid. */
export async function findCaller(
  request: FastifyRequest,
  callers: Callers,
  setCookies: (cookies: string[]) => void = () => {},
): Promise<Caller | null> {
  const key = apiKeyOf(request)
  if (key !== null) return callers.ofApiKey(key)
  const cookie = cookieOf(request, sessionCookie)
  return cookie === null ? null : callers.ofSession(cookie, setCookies)
}

/** The organization that a request is about. */
export function organizationOf(request: FastifyRequest): { id: string; name: string } {
  const organization = callersOfRequests.get(request)?.organization
  if (!organization) throw new ApiError('no_organization')
  return organization
}

/** Who sent the request. */
function callerOf(request: FastifyRequest): Caller {
  const caller = callersOfRequests.get(request)
  if (caller === undefined) throw new ApiError('not_signed_in')
  return caller
}

/** The person who sent the request. */
export function personOf(request: FastifyRequest): Person {
  const caller = callerOf(request)
  if (caller.kind !== 'person') throw new ApiError('person_only')
  return caller
}

/** What the person who sent the request is called; null for a program. */
export function nameOfCaller(request: FastifyRequest): string | null {
  const caller = callerOf(request)
  return caller.kind === 'person' ? caller.user.name : null
}

function refuseOthers(audience: Audience, caller: Caller): void {
  if (audience === 'organization' && caller.organization === null) throw new ApiError('no_organization')
  if (audience === 'person' && caller.kind !== 'person') throw new ApiError('person_only')
  const isSupport = caller.kind === 'person' && caller.user.supportRole
  if (audience === 'support' && !isSupport) throw new ApiError('support_only')
}

function apiKeyOf(request: FastifyRequest): string | null {
  const { authorization } = request.headers
  const bearer = authorization === undefined ? null : /^Bearer\s+(\S+)$/i.exec(authorization)
  const header = request.headers['x-api-key']
  return bearer?.[1] ?? (typeof header === 'string' ? header : null)
}
