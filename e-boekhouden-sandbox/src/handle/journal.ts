/** One request to the SOAP address and its answer. The codes, the session ids and tokens are masked. */
export interface Exchange {
  /** From 1, without gaps, until the journal is cleared with `reset`. */
  number: number
  /** ISO; the sandbox's own clock. */
  at: string
  /** Empty when the request was not understood. */
  operation: string
  /** The administration's guid, when it is known. */
  administration: string | null
  soapVersion: '1.1' | '1.2' | null
  request: string
  /** What was sent back; '' when nothing was. */
  answer: string
  /** `null` when no answer was sent. */
  status: number | null
  /** LastErrorCode, or 'fault' for a SOAP fault, or ''. */
  code: string
  /** Whether the service did its work: false when a fault kept the request from it. */
  worked: boolean
  /** How it ended on the wire. */
  ending: 'open' | 'answered' | 'closed' | 'reset' | 'client_left'
  /** The kinds of the faults that hit it. */
  faults: string[]
  /** Wall time from the end of the request to the end of the answer; `null` while it is open. */
  durationMs: number | null
}

export interface JournalFilter {
  operation?: string
  /** Its guid or its user name. */
  administration?: string
  /** Only exchanges with a higher number. */
  after?: number
  /** The newest so many. */
  limit?: number
}
