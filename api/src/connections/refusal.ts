import type { ConnectionRefusal, ConnectionRefusalCode } from '@stella/bookkeeping'
import { ApiError } from '../http/api-error.ts'

/** Nothing is wrong with what was entered: the service could not be asked. */
const unreachable: readonly ConnectionRefusalCode[] = [
  'service_unreachable',
  'service_disturbed',
  'call_limit_reached',
]

/** Nothing was asked: the fields themselves are not filled in as they must be. */
const fieldCodes: Partial<Record<ConnectionRefusalCode, string>> = {
  code_missing: 'required',
  code_too_long: 'code_too_long',
}

/** Why a connection was not made, as a refusal of the API: at the fields it is about, as far as the service tells. */
export function refusalOfConnection({ code, fields }: ConnectionRefusal): ApiError {
  const fieldCode = fieldCodes[code]
  if (fieldCode !== undefined) {
    return new ApiError('invalid_fields', { fields: fields.map((path) => ({ path, code: fieldCode })) })
  }
  if (unreachable.some((other) => other === code)) {
    return new ApiError('bookkeeping_unreachable', { reason: code })
  }
  return new ApiError('connection_refused', { fields: fields.map((path) => ({ path, code })), reason: code })
}
