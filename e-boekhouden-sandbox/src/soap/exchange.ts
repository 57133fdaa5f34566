import type { World } from '../books/world.ts'
import { type Arriving, bookAgain, bookNumberByHand, removeRelationWith } from '../faults/happenings.ts'
import { type Plan, planOf } from '../faults/plan.ts'
import type { AimedCall, Hit } from '../faults/rules.ts'
import type { Exchange } from '../handle/journal.ts'
import type { Journal } from '../journal/journal.ts'
import { kept } from '../journal/masking.ts'
import { handlers } from '../operations/handlers.ts'
import type { Service } from '../operations/service.ts'
import { decodeRequest } from '../protocol/decode.ts'
import { encodeResponse } from '../protocol/encode.ts'
import type { OperationName } from '../protocol/operations.ts'
import type { RequestOf, ResultOf } from '../protocol/values.ts'
import { meantBy } from '../sessions/sessions.ts'
import { decodeText } from '../xml/characters.ts'
import { parseInSlices, XmlError } from '../xml/parse.ts'
import type { Ending } from './ending.ts'
import { actionOf, readEnvelope, type SoapVersion } from './envelope.ts'
import { refuseHeaders } from './headers.ts'
import { failureReply, type Reply, soapReply } from './reply.ts'

export interface SoapRequest {
  version: SoapVersion
  contentType: string
  /** The SOAPAction header. */
  action: string
  body: Uint8Array
}

export interface SoapDependencies {
  service: Omit<Service, 'conditions'>
  journal: Journal
  hitsOn(call: AimedCall): Hit[]
  /** Resolves after so long, or at once when the caller has gone. */
  wait(milliseconds: number): Promise<void>
}

interface ReadCall {
  operation: OperationName
  request: RequestOf<OperationName>
}

/** Takes a request through reading, faults and work to its end. The exchange is in the journal from the start. */
export async function exchange(
  dependencies: SoapDependencies,
  request: SoapRequest,
): Promise<{ ending: Ending; entry: Exchange }> {
  const { service, journal } = dependencies
  const { world } = service.store
  const text = decodeText(request.body, request.contentType)
  const entry = journal.open({
    at: service.clock.now().toISOString(),
    operation: '',
    administration: null,
    soapVersion: request.version,
    request: kept(text ?? `(${request.body.byteLength} bytes in no known encoding)`, world),
    answer: '',
    status: null,
    code: '',
    worked: false,
    ending: 'open',
    faults: [],
    durationMs: null,
  })
  let call: ReadCall
  try {
    call = await readCall(text, request, world.settings.emptyValues === 'lenient')
  } catch (error) {
    return { ending: answered(failureReply(request.version, null, error, world.settings.errorCodes)), entry }
  }
  const aimed = aimOf(dependencies, call)
  entry.operation = call.operation
  entry.administration = aimed.administration
  const hits = dependencies.hitsOn(aimed)
  entry.faults = hits.map(({ kind }) => kind)
  const plan = planOf(hits, call.operation, request.version)
  return { ending: await perform(dependencies, call, aimed, plan, request.version, entry), entry }
}

/** Writes in the journal what was answered. */
export function noteReply(entry: Exchange, { body, status, code }: Reply, world: World): void {
  const text = typeof body === 'string' ? body : Buffer.from(body).toString('latin1')
  Object.assign(entry, { answer: kept(text, world), status, code, ending: 'answered' })
}

async function readCall(text: string | null, request: SoapRequest, lenient: boolean): Promise<ReadCall> {
  if (text === null) throw new XmlError('The document is not in the encoding it names.', 1, 1)
  const action = actionOf(request.version, request.action, request.contentType)
  const root = await parseInSlices(text)
  refuseHeaders(root, request.version)
  const { operation, body } = readEnvelope(root, request.version, action)
  return { operation, request: decodeRequest(operation, body, lenient) }
}

async function perform(
  { service, wait }: SoapDependencies,
  call: ReadCall,
  aimed: AimedCall,
  plan: Plan,
  version: SoapVersion,
  entry: Exchange,
): Promise<Ending> {
  await wait(plan.waitBeforeMs)
  if (plan.insteadOfWork) return plan.insteadOfWork
  const conditioned: Service = { ...service, conditions: plan.conditions }
  for (const hit of plan.happenings) happenBefore(conditioned, call, aimed, hit)
  const reply = work(conditioned, call, plan, version)
  entry.worked = true
  if (reply.code === '') for (const hit of plan.happenings) happenAfter(conditioned, aimed, hit)
  await wait(plan.waitAfterMs)
  return plan.finish(answered(reply))
}

function work(service: Service, call: ReadCall, plan: Plan, version: SoapVersion): Reply {
  const { settings } = service.store.world
  try {
    if (plan.refusal) throw plan.refusal
    const handle = handlers[call.operation] as (
      service: Service,
      request: ReadCall['request'],
    ) => ResultOf<OperationName>
    const result = handle(service, call.request)
    return soapReply(version, encodeResponse(call.operation, result, settings.successMessage))
  } catch (error) {
    return failureReply(version, call.operation, error, settings.errorCodes)
  }
}

/** Whose call it is: by its session, or by what it logs in with and which client it asks for. */
function aimOf({ service }: SoapDependencies, { operation, request }: ReadCall): AimedCall {
  const { world } = service.store
  const id = 'SessionID' in request ? request.SessionID.trim().toUpperCase() : ''
  const session = world.sessions.get(id)
  const asked = 'AdministratieGUID' in request ? request.AdministratieGUID.trim().toUpperCase() : ''
  const opened =
    world.administrations.get(asked) ?? ('SecurityCode1' in request ? meantBy(world, request) : undefined)
  return {
    operation,
    administration: session?.administration ?? opened?.guid ?? null,
    username: session?.username ?? ('Username' in request ? request.Username.trim() : null),
  }
}

function happenBefore(service: Service, { request }: ReadCall, aimed: AimedCall, hit: Hit): void {
  if (hit.kind === 'session_dies' && 'SessionID' in request) {
    service.store.commit([{ kind: 'session_closed', id: request.SessionID.trim().toUpperCase() }])
  }
  const books = service.store.world.administrations.get(aimed.administration ?? '')
  if (!books) return
  const arriving = arrivingIn(request)
  if (hit.kind === 'number_taken') bookNumberByHand(service, books, arriving)
  if (hit.kind === 'relation_deleted') {
    removeRelationWith(service, books, hit.subject || arriving.relationCode)
  }
}

function arrivingIn(request: ReadCall['request']): Arriving {
  const mutation = 'oMut' in request ? request.oMut : null
  if (mutation) {
    const { Soort, Factuurnummer: number, RelatieCode: relationCode } = mutation
    const kind = Soort === 'FactuurVerstuurd' || Soort === 'FactuurOntvangen' ? Soort : null
    return { kind, number, relationCode }
  }
  const invoice = 'oFact' in request ? request.oFact : null
  const kind = invoice ? 'FactuurVerstuurd' : null
  return { kind, number: invoice?.Factuurnummer ?? '', relationCode: invoice?.Relatiecode ?? '' }
}

function happenAfter(service: Service, aimed: AimedCall, hit: Hit): void {
  const books = service.store.world.administrations.get(aimed.administration ?? '')
  const booked = books?.mutations.at(-1)
  if (hit.kind === 'booked_twice' && books && booked) bookAgain(service, books, booked.number)
}

function answered(reply: Reply): Ending {
  return { kind: 'answered', reply }
}
