const session = { SessionID: 'string?', SecurityCode2: 'string?' } as const

const opening = {
  Username: 'string?',
  SecurityCode1: 'string?',
  SecurityCode2: 'string?',
  Source: 'string?',
} as const

/** The 20 operations of the WSDL: the fields of the request in order, and the type of the result. */
export const operations = {
  GetAdministraties: { request: session, result: 'cResultGetAdministraties' },
  GetSaldo: { request: { ...session, cFilter: 'cSaldoFilter?' }, result: 'cResultGetSaldo' },
  GetSaldi: { request: { ...session, cFilter: 'cSaldiFilter?' }, result: 'cResultGetSaldi' },
  AddFactuur: { request: { ...session, oFact: 'cFactuur?' }, result: 'cResultAddFactuur' },
  GetFacturen: { request: { ...session, cFilter: 'cFactuurFilter?' }, result: 'cResultGetFacturen' },
  AddMutatie: { request: { ...session, oMut: 'cMutatie?' }, result: 'cResultAddMutatie' },
  GetMutaties: { request: { ...session, cFilter: 'cMutatieFilter?' }, result: 'cResultGetMutaties' },
  AddGrootboekrekening: {
    request: { ...session, oGb: 'cGrootboekrekening?' },
    result: 'cResultAddGrootboekrekening',
  },
  UpdateGrootboekrekening: { request: { ...session, oGb: 'cGrootboekrekening?' }, result: 'cError' },
  GetGrootboekrekeningen: {
    request: { ...session, cFilter: 'cGrootboekrekeningFilter?' },
    result: 'cResultGetGrootboekrekeningen',
  },
  AddRelatie: { request: { ...session, oRel: 'cRelatie?' }, result: 'cResultAddRelatie' },
  UpdateRelatie: { request: { ...session, oRel: 'cRelatie?' }, result: 'cError' },
  GetRelaties: { request: { ...session, cFilter: 'cRelatieFilter?' }, result: 'cResultGetRelaties' },
  GetOpenPosten: { request: { ...session, OpSoort: 'enOpenpostenSoort' }, result: 'cResultGetOpenPosten' },
  OpenSession: { request: opening, result: 'cResultOpenSession' },
  OpenSessionSub: { request: { ...opening, AdministratieGUID: 'string?' }, result: 'cResultOpenSession' },
  CloseSession: { request: { SessionID: 'string?' }, result: null },
  AutoLogin: { request: { Username: 'string?', ...session }, result: 'cResultAutoLogin' },
  GetKostenplaatsen: {
    request: { ...session, cFilter: 'cKostenplaatsFilter?' },
    result: 'cResultGetKostenplaatsen',
  },
  GetArtikelen: { request: { ...session, cFilter: 'cArtikelFilter?' }, result: 'cResultGetArtikelen' },
} as const

export type OperationName = keyof typeof operations

export const operationNames = Object.keys(operations) as OperationName[]

export function isOperation(name: string): name is OperationName {
  return Object.hasOwn(operations, name)
}
