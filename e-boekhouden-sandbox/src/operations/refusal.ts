import { codes, type ErrorCode } from './codes.ts'

/** The service understood the request and says no: a code in `ErrorMsg`, with HTTP 200. */
export class Refusal extends Error {
  readonly code: string
  readonly description: string

  constructor(code: string, description: string) {
    super(`${code} ${description}`)
    this.name = 'Refusal'
    this.code = code
    this.description = description
  }
}

/** The service fails on a request it could read: a SOAP fault of the kind soap:Server. */
export class ServerFault extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'ServerFault'
  }
}

/** `line`: the line of the invoice the code speaks of, from 1. */
export function refusal(code: ErrorCode, line?: number): Refusal {
  return new Refusal(code, line === undefined ? codes[code] : `${codes[code]} (regel ${line})`)
}
