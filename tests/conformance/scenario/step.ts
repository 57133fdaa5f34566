import type { OperationName } from '@stella/e-boekhouden'

/** Elements by the service's own names, as clients made from the WSDL take them. */
export type Elements = Record<string, unknown>

/** What a scenario can refer to: how the administrations of its sandbox are opened. */
export interface Known {
  entrepreneur: Codes
  accountant: Codes
}

export interface Codes {
  Username: string
  SecurityCode1: string
  SecurityCode2: string
  guid: string
}

/** The sessions of a scenario: of the entrepreneur, of the accountant, of the accountant in the entrepreneur's books. */
export type SessionName = 'own' | 'accountant' | 'of the client'

/** One call, and what must come of it: an answer, a refusal with its code, or a fault. */
export interface Step {
  says: string
  operation: OperationName
  /** In which session; the entrepreneur's unless given. Its SessionID and SecurityCode2 are filled in, where the
   * request does not have its own. */
  session?: SessionName
  /** The session that this call opens. */
  opens?: SessionName
  request: Elements | ((known: Known) => Elements)
  /** What the result must hold: only what is named here, lists with all their items. */
  answers?: Elements | ((known: Known) => Elements)
  /** As the manual writes it. */
  refused?: string
  fault?: 'client' | 'server'
  /** Clients that mend the request by themselves, so that what is wrong in it never leaves them. */
  mendedBy?: readonly string[]
}
