import { Refusal, ServerFault } from '../operations/refusal.ts'
import { UnreadableValue } from '../protocol/decode.ts'
import { encodeFailure } from '../protocol/encode.ts'
import type { OperationName } from '../protocol/operations.ts'
import { XmlError } from '../xml/parse.ts'
import {
  ClientFault,
  contentTypes,
  envelope,
  type FaultCode,
  faultBody,
  type SoapVersion,
} from './envelope.ts'

/** What goes back over HTTP. */
export interface Reply {
  status: number
  contentType: string
  body: string | Uint8Array
  /** LastErrorCode, 'fault', or ''. */
  code: string
}

export function soapReply(version: SoapVersion, body: string, code = '', status = 200): Reply {
  return { status, contentType: contentTypes[version], body: envelope(version, body), code }
}

/** The answer to a request that failed: a code of the service with HTTP 200, or a fault with HTTP 500. */
export function failureReply(
  version: SoapVersion,
  operation: OperationName | null,
  error: unknown,
  dots: 'dotted' | 'dotless',
): Reply {
  if (error instanceof Refusal && operation !== null) {
    const code = dots === 'dotless' ? error.code.replaceAll('.', '') : error.code
    return soapReply(version, encodeFailure(operation, code, error.description), code)
  }
  const fault = faultOf(error)
  return soapReply(version, faultBody(version, fault.who, fault.message), 'fault', 500)
}

function faultOf(error: unknown): { who: FaultCode; message: string } {
  if (error instanceof ClientFault) return { who: error.code, message: error.message }
  if (error instanceof XmlError)
    return { who: 'Client', message: unreadable(error.line, error.column, error.message) }
  if (error instanceof UnreadableValue) {
    return { who: 'Client', message: unreadable(error.element.line, error.element.column, error.message) }
  }
  const detail =
    error instanceof ServerFault ? error.message : 'Object reference not set to an instance of an object.'
  return { who: 'Server', message: `Server was unable to process request. ---> ${detail}` }
}

function unreadable(line: number, column: number, detail: string): string {
  return `Server was unable to read request. ---> There is an error in XML document (${line}, ${column}). ---> ${detail}`
}
