import { DatabaseError, databaseErrorOf, NotFinalizableError } from '@stella/database'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { ApiError } from './api-error.ts'
import { fieldError } from './domain-problems.ts'
import type { ErrorCode } from './errors.ts'
import { languageOf } from './language.ts'
import { problemOf } from './problem-of.ts'
import { setSecurityHeaders } from './security-headers.ts'
import { fieldsOfShape } from './shape-fields.ts'
import { letRunOut } from './unfinished-requests.ts'

/** Who was let in nowhere, might not do it, or asked too often (ASVS 16.3.2). */
const ofInterest: ReadonlySet<number> = new Set([401, 403, 429])

/** Makes every error an answer out of the closed table. What we did not foresee is logged and called `internal`. */
export function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const refusal = refusalOf(error)
    if (refusal.status >= 500) request.log.error({ err: error, code: refusal.code }, 'request failed')
    else if (ofInterest.has(refusal.status)) {
      request.log.warn({ code: refusal.code, method: request.method, ip: request.ip }, 'request refused')
    }
    return sendProblem(request, reply, refusal)
  })
}

/** Answers an address that Fastify cannot read, which passes no hook, as every other refusal is answered. */
export function answerUnroutable(
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  setSecurityHeaders(request, reply)
  return sendProblem(request, reply, refusalOf(error))
}

/** Sends a refusal as RFC 9457 has it, in the language of the request. */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, refusal: ApiError): FastifyReply {
  if (!request.raw.complete) letRunOut(request, reply)
  if (refusal.retryAfterSeconds !== undefined) reply.header('retry-after', refusal.retryAfterSeconds)
  return reply
    .code(refusal.status)
    .type('application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .serializer((problem: unknown) => JSON.stringify(problem))
    .send(problemOf(refusal, languageOf(request)))
}

const ofFastify: Record<string, ErrorCode> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'body_too_large',
  FST_ERR_CTP_INVALID_JSON_BODY: 'malformed_json',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'malformed_json',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'invalid_request',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported_media_type',
  FST_ERR_MAX_PARAM_LENGTH: 'address_too_long',
}

const ofDatabase: Partial<Record<DatabaseError['code'], ErrorCode>> = {
  not_found: 'not_found',
  already_final: 'already_final',
  too_many_attachments: 'too_many_attachments',
  attachments_too_large: 'attachments_too_large',
  attachments_full: 'attachments_full',
  last_owner: 'last_owner',
  final_invoice_frozen: 'already_final',
  revision_conflict: 'changed_meanwhile',
  not_creditable: 'not_creditable',
  credit_exceeds: 'credit_exceeds',
  customer_archived: 'customer_archived',
  customer_merged: 'customer_merged',
  customer_invoiced: 'customer_invoiced',
  case_open: 'case_open',
  export_under_way: 'export_under_way',
  series_used: 'series_used',
  books_not_compared: 'books_not_compared',
  series_full: 'series_full',
  sending_limit: 'sending_limit',
  message_id_used: 'message_id_used',
  cursor_invalid: 'invalid_cursor',
  session_ended: 'not_signed_in',
  database_unreachable: 'unavailable',
  database_refused: 'unavailable',
}

function refusalOf(thrown: FastifyError): ApiError {
  if (thrown instanceof ApiError) return thrown
  const error = databaseErrorOf(thrown) as FastifyError
  if (hasZodFastifySchemaValidationErrors(error)) {
    return new ApiError('invalid_request', { fields: fieldsOfShape(error.validation), cause: error })
  }
  if (error instanceof NotFinalizableError) {
    return new ApiError('invalid_fields', { fields: error.problems.map(fieldError), cause: error })
  }
  if (error instanceof DatabaseError) {
    const code = ofDatabase[error.code] ?? 'internal'
    const { id, seconds } = error.parameters
    if (code === 'sending_limit')
      return new ApiError(code, { cause: error, retryAfterSeconds: Number(seconds) })
    return new ApiError(code, { cause: error, ...(code === 'already_final' && id ? { invoiceId: id } : {}) })
  }
  const code = ofFastify[error.code]
  if (code !== undefined) return new ApiError(code, { cause: error })
  // What Fastify refuses for other reasons of the client's: a bad URL, a body that was broken off.
  const isClientError = error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500
  return new ApiError(isClientError ? 'invalid_request' : 'internal', { cause: error })
}
