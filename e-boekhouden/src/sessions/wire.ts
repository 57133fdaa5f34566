import { cError } from '../wire/shared.ts'
import { record, text } from '../wire/types.ts'

const cResultOpenSession = record({ ErrorMsg: cError, SessionID: text })

export const sessionOperations = {
  OpenSession: {
    request: record({ Username: text, SecurityCode1: text, SecurityCode2: text, Source: text }),
    result: cResultOpenSession,
    proof: 'SessionID',
  },
  OpenSessionSub: {
    request: record({
      Username: text,
      SecurityCode1: text,
      SecurityCode2: text,
      Source: text,
      AdministratieGUID: text,
    }),
    result: cResultOpenSession,
    proof: 'SessionID',
  },
  CloseSession: { request: record({ SessionID: text }), result: null, proof: null },
  AutoLogin: {
    request: record({ Username: text, SessionID: text, SecurityCode2: text }),
    result: record({ ErrorMsg: cError, Token: text }),
    proof: 'Token',
  },
} as const
