import type { Step } from './step.ts'

/** Letting oneself in, and being kept out. */
export const opening: Step[] = [
  {
    says: 'refuses a user it does not know',
    operation: 'OpenSession',
    request: ({ entrepreneur: { SecurityCode1, SecurityCode2 } }) => ({
      Username: 'niemand',
      SecurityCode1,
      SecurityCode2,
    }),
    refused: 'E001.1',
  },
  {
    says: 'refuses a wrong code 1',
    operation: 'OpenSession',
    request: ({ entrepreneur: { Username, SecurityCode2 } }) => ({
      Username,
      SecurityCode1: 'fout',
      SecurityCode2,
    }),
    refused: 'E001.1',
  },
  {
    says: 'refuses a wrong code 2',
    operation: 'OpenSession',
    request: ({ entrepreneur: { Username, SecurityCode1 } }) => ({
      Username,
      SecurityCode1,
      SecurityCode2: 'fout',
    }),
    refused: 'E001.3',
  },
  {
    says: 'opens a session',
    operation: 'OpenSession',
    opens: 'own',
    request: ({ entrepreneur: { Username, SecurityCode1, SecurityCode2 } }) => ({
      Username,
      SecurityCode1,
      SecurityCode2,
      Source: 'conformance',
    }),
    answers: { ErrorMsg: { LastErrorCode: '', LastErrorDescription: '' } },
  },
  {
    says: 'refuses a call with another code 2 than its session has',
    operation: 'GetAdministraties',
    request: { SecurityCode2: 'fout' },
    refused: 'E002.1',
  },
  {
    says: 'refuses a session that nobody opened',
    operation: 'GetAdministraties',
    request: { SessionID: '{00000000-0000-4000-8000-000000000000}' },
    refused: 'E002.2',
  },
  {
    says: 'lists the one administration of an entrepreneur',
    operation: 'GetAdministraties',
    request: {},
    answers: ({ entrepreneur: { guid } }) => ({
      ErrorMsg: { LastErrorCode: '', LastErrorDescription: '' },
      Administraties: [{ Bedrijf: 'Bakkerij De Korst & Zn.', Plaats: 'Utrecht', Guid: guid }],
    }),
  },
  {
    says: 'gives a token to sign in with',
    operation: 'AutoLogin',
    request: ({ entrepreneur: { Username } }) => ({ Username }),
    answers: { ErrorMsg: { LastErrorCode: '' } },
  },
  {
    says: 'gives no token to another user',
    operation: 'AutoLogin',
    request: { Username: 'niemand' },
    refused: 'E002.1',
  },
]

/** The books of a client, opened by the accountant. */
export const accountant: Step[] = [
  {
    says: 'opens no books of another for who is no accountant',
    operation: 'OpenSessionSub',
    request: ({ entrepreneur: { guid: _, ...codes }, accountant }) => ({
      ...codes,
      AdministratieGUID: accountant.guid,
    }),
    refused: 'E002.5',
  },
  {
    says: 'opens the accountant’s own books',
    operation: 'OpenSession',
    opens: 'accountant',
    request: ({ accountant: { guid: _, ...codes } }) => codes,
  },
  {
    says: 'lists the accountant’s administrations',
    operation: 'GetAdministraties',
    session: 'accountant',
    request: {},
    answers: ({ entrepreneur, accountant }) => ({
      Administraties: [{ Guid: entrepreneur.guid }, { Guid: accountant.guid }],
    }),
  },
  {
    says: 'opens no books of who is not a client',
    operation: 'OpenSessionSub',
    request: ({ accountant: { guid: _, ...codes } }) => ({
      ...codes,
      AdministratieGUID: '{00000000-0000-4000-8000-000000000000}',
    }),
    refused: 'E001.2',
  },
  {
    says: 'opens the books of a client',
    operation: 'OpenSessionSub',
    opens: 'of the client',
    request: ({ accountant: { guid: _, ...codes }, entrepreneur }) => ({
      ...codes,
      AdministratieGUID: entrepreneur.guid,
    }),
  },
  {
    says: 'shows the accountant what the client has open',
    operation: 'GetSaldo',
    session: 'of the client',
    request: { cFilter: { GbCode: '1300', KostenPlaatsId: 0, DatumVan: null, DatumTot: null } },
    answers: { Saldo: '160.5' },
  },
]

export const closing: Step[] = [
  { says: 'closes a session', operation: 'CloseSession', request: {} },
  {
    says: 'knows that it is closed',
    operation: 'GetAdministraties',
    request: {},
    refused: 'E002.4',
  },
  { says: 'lets a session be closed twice', operation: 'CloseSession', request: {} },
]
