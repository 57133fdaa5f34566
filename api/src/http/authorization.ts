import type { FastifyInstance, FastifyRequest } from 'fastify'
import { ApiError } from './api-error.ts'
import { type Caller, type Callers, type Person, sessionCookie } from './caller.ts'
import { cookieOf, forwardCookies } from './cookies.ts'
import { requireOwnOrigin } from './own-origin.ts'
import { asksPassword, permissionOf } from './permissions.ts'
import { secondFactorNeededFor } from './second-factor.ts'
import { isApi } from './security-headers.ts'

/**
 * Who may call an operation: `organization` is a person of an organization or a program with one of its API keys,
 * `member` such a person alone; of both it is asked what their role permits. It is enforced before anything of the
 * request is read.
 */
export type Audience = 'anyone' | 'organization' | 'member' | 'person' | 'support'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may call the route; a route without it is open, and is not part of the API. */
    audience?: Audience
    operationId?: string
  }
}

const callersOfRequests = new WeakMap<FastifyRequest, Caller>()

type AuthorizationOptions = {
  publicUrl: string | undefined
  /** Whether the support desk is for those alone who sign in with a second factor. */
  supportNeedsSecondFactor: boolean
}

/** Finds out who sent each request and refuses those whom the operation is not for, before the body is read. */
export function authorizeRequests(
  app: FastifyInstance,
  callers: Callers,
  { publicUrl, supportNeedsSecondFactor }: AuthorizationOptions,
): void {
  app.addHook('onRoute', ({ url, config, schema }) => {
    const isDocumentation = schema !== undefined && 'hide' in schema
    if (isApi(url) && !isDocumentation && config?.audience === undefined) {
      throw new Error(`The route ${url} states no audience.`)
    }
  })
  app.addHook('onRequest', async (request, reply) => {
    const { audience, operationId = '' } = request.routeOptions.config
    if (audience === undefined) return
    // A program sends its key itself, so no other website can make it do so.
    if (apiKeyOf(request) === null) requireOwnOrigin(request, publicUrl)
    if (audience === 'anyone') return
    const caller = await findCaller(request, callers, (cookies) => forwardCookies(request, reply, cookies))
    if (caller === null) throw new ApiError('not_signed_in')
    refuseOthers(audience, caller)
    if (ofOrganization.includes(audience)) {
      requireSameOrganization(request, caller)
      requirePermission(caller, operationId)
    }
    const isSensitive = asksPassword(operationId)
    requireSecondFactor(caller, {
      isOfSupport: audience === 'support' && supportNeedsSecondFactor,
      isSensitive,
    })
    if (isSensitive) requireFresh(caller)
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

/** @throws ApiError `password_needed` where the session stood open: somebody else may sit there */
function requireFresh(caller: Caller): void {
  if (caller.kind === 'person' && !caller.isFresh) throw new ApiError('password_needed')
}

/** @throws ApiError `second_factor_needed` */
function requireSecondFactor(caller: Caller, operation: Parameters<typeof secondFactorNeededFor>[1]): void {
  if (secondFactorNeededFor(caller, operation) !== null) throw new ApiError('second_factor_needed')
}

/**
 * The same for what is only sometimes sensitive.
 *
 * @throws ApiError `second_factor_needed`, `password_needed`
 */
export function requireOwnHand(request: FastifyRequest): void {
  const caller = callerOf(request)
  requireSecondFactor(caller, { isOfSupport: false, isSensitive: true })
  requireFresh(caller)
}

/** Who sent the request, as the audit names them. */
export function actorOf(request: FastifyRequest): { kind: 'person' | 'program'; id: string; name: string } {
  const caller = callerOf(request)
  return caller.kind === 'person'
    ? { kind: 'person', id: caller.user.id, name: caller.user.name }
    : { kind: 'program', id: caller.apiKeyId, name: caller.name }
}

/** Whether mail reaches who sent the request, or whose key did. */
export function hasConfirmedEmail(request: FastifyRequest): boolean {
  const caller = callerOf(request)
  return caller.kind === 'person' ? caller.user.hasConfirmedEmail : caller.hasConfirmedEmail
}

/** Whether a key sent the request, and no person. */
export function isProgram(request: FastifyRequest): boolean {
  return callerOf(request).kind === 'program'
}

/** What the person who sent the request is called; null for a program. */
export function nameOfCaller(request: FastifyRequest): string | null {
  const caller = callerOf(request)
  return caller.kind === 'person' ? caller.user.name : null
}

/** Those of which the role decides. */
const ofOrganization: readonly Audience[] = ['organization', 'member']

/**
 * A window that was open while another one went on to another organization says what it shows, so that nothing is saved
 * where nobody looks.
 *
 * @throws ApiError `organization_switched`
 */
function requireSameOrganization(request: FastifyRequest, { organization }: Caller): void {
  const shown = request.headers['stella-organization']
  if (shown !== undefined && shown !== organization?.id) throw new ApiError('organization_switched')
}

/** @throws ApiError `not_permitted` */
function requirePermission(caller: Caller, operationId: string): void {
  const permission = permissionOf(operationId)
  if (!caller.permissions.includes(permission)) throw new ApiError('not_permitted', { permission })
}

function refuseOthers(audience: Audience, caller: Caller): void {
  const isOfPeople = audience === 'person' || audience === 'member'
  if (isOfPeople && caller.kind !== 'person') throw new ApiError('person_only')
  if (ofOrganization.includes(audience) && caller.organization === null) throw new ApiError('no_organization')
  const isSupport = caller.kind === 'person' && caller.user.supportRole
  if (audience === 'support' && !isSupport) throw new ApiError('support_only')
}

function apiKeyOf(request: FastifyRequest): string | null {
  const { authorization } = request.headers
  const bearer = authorization === undefined ? null : /^Bearer\s+(\S+)$/i.exec(authorization)
  const header = request.headers['x-api-key']
  return bearer?.[1] ?? (typeof header === 'string' ? header : null)
}
