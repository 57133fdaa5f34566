import { access, cError } from './shared.ts'
import { list, record, text } from './types.ts'

const cResultOpenSession = record({ ErrorMsg: cError, SessionID: text })

const cAdministratie = record({ Bedrijf: text, Plaats: text, Guid: text, StartBoekjaar: text })

const cResultGetAdministraties = record({
  ErrorMsg: cError,
  Administraties: list('cAdministratie', cAdministratie),
})

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
  GetAdministraties: { request: record(access), result: cResultGetAdministraties, proof: null },
} as const
