import type { FieldChecks } from '../checks/check-fields.ts'
import { checkedContent } from '../checks/check-fields.ts'
import { createRedaction } from '../redaction/redaction.ts'
import type { Session } from '../sessions/session.ts'
import { createSession } from '../sessions/session.ts'
import type { SoapVersion } from '../soap/envelope.ts'
import type { Transport } from '../transport/transport.ts'
import type { RequestOf, ResultOf } from '../wire/operations.ts'
import type { CallOptions } from './call-options.ts'
import type { RedactedExchange } from './exchange.ts'
import { createExchange } from './exchange.ts'
import type { OperationName } from './operation-names.ts'

/** The three values that e-Boekhouden.nl shows under Beheer › Inrichting › Instellingen › Koppelingen › API/SOAP. */
export type Credentials = { username: string; securityCode1: string; securityCode2: string }

export type ServiceOptions = {
  transport: Transport
  credentials: Credentials
  source: string
  administrationGuid: string | undefined
  soapVersion: SoapVersion
  maxAnswerElements: number
  onExchange: ((exchange: RedactedExchange) => void) | undefined
  now: () => number
}

type WithinSession = Exclude<OperationName, 'OpenSession' | 'OpenSessionSub' | 'CloseSession' | 'AutoLogin'>

/** What the operations are made of: calls to one administration, in the service's own names. */
export type Service = {
  session: Session
  /**
   * Makes a call within a session; the session and the second code are filled in. What the caller handed in is read
   * in `contentOf` and nowhere else, so that whatever is wrong with it is an `InvalidRequestError`.
   */
  call<O extends WithinSession>(
    operation: O,
    contentOf: (check: FieldChecks) => Omit<RequestOf<O>, 'SessionID' | 'SecurityCode2'>,
    options: CallOptions | undefined,
  ): Promise<ResultOf<O>>
  /** A token for signing in to the website as this user. */
  signInToken(options: CallOptions | undefined): Promise<string>
  /** The address that signs in with such a token. It holds the second code. */
  signInUrl(token: string): string
  /** Today in the Netherlands is found from this: milliseconds since 1970. */
  now(): number
}

export function createService(options: ServiceOptions): Service {
  const { transport, soapVersion, maxAnswerElements, onExchange, now } = options
  const { username, securityCode1, securityCode2 } = options.credentials
  const redaction = createRedaction({ username, codes: [securityCode1, securityCode2] })
  const exchange = createExchange({ transport, redaction, soapVersion, maxAnswerElements, onExchange, now })
  const { administrationGuid } = options
  const openedBy = administrationGuid === undefined ? 'OpenSession' : 'OpenSessionSub'
  const session = createSession({ exchange, openAtService, openedBy, now })

  async function openAtService(): Promise<string> {
    const signIn = checkedSignIn(options)
    const { SessionID: id } =
      administrationGuid === undefined
        ? await exchange('OpenSession', signIn)
        : await exchange('OpenSessionSub', { ...signIn, AdministratieGUID: administrationGuid })
    redaction.hideSession(id)
    return id
  }

  return {
    session,
    now,
    async call(operation, contentOf, callOptions) {
      const content = checkedContent(operation, contentOf)
      return session.within(operation, callOptions, (sessionId, signal) => {
        const access = { SessionID: sessionId, SecurityCode2: securityCode2 }
        return exchange(operation, { ...access, ...content } as RequestOf<typeof operation>, signal)
      })
    },
    async signInToken(callOptions) {
      const { Token } = await session.within('AutoLogin', callOptions, (SessionID, signal) =>
        exchange('AutoLogin', { Username: username, SessionID, SecurityCode2: securityCode2 }, signal),
      )
      return Token
    },
    signInUrl(token) {
      const query = new URLSearchParams({ LOGIN: '1', t: token, g: securityCode2 })
      return `https://secure.e-boekhouden.nl/bh/inloggen.asp?${query}`
    },
  }
}

function checkedSignIn({ credentials, source }: ServiceOptions) {
  return checkedContent('OpenSession', (check) => ({
    Username: check.text('username', credentials.username, { max: 55, required: true }),
    SecurityCode1: check.text('securityCode1', credentials.securityCode1, { max: 50, required: true }),
    SecurityCode2: check.text('securityCode2', credentials.securityCode2, { max: 50, required: true }),
    Source: check.text('source', source, { max: 15 }),
  }))
}
