import { textProblem } from './checks/check-fields.ts'
import {
  choiceOption,
  functionOption,
  InvalidOptionError,
  numberOption,
  objectOption,
  textOption,
} from './checks/check-options.ts'
import type { RedactedExchange } from './service/exchange.ts'
import type { Credentials, ServiceOptions } from './service/service.ts'
import type { SoapVersion } from './soap/envelope.ts'
import type { Transport } from './transport/transport.ts'
import type { TransportOptions } from './transport/transport-options.ts'
import { transportSettings } from './transport/transport-options.ts'
import { defaultMaxElements } from './xml/parse.ts'

export type ClientOptions = TransportOptions & {
  /** Three texts. Whether they are any good is for the first call to say: people type them. */
  credentials: Credentials
  /** Name of the calling program as the service may show it, at most 15 characters. */
  source?: string | undefined
  /** Opens every session on this administration of an accountant (OpenSessionSub), at most 50 characters. */
  administrationGuid?: string | undefined
  /** The version of SOAP that is sent; both are read. `1.1` unless given. */
  soapVersion?: SoapVersion | undefined
  /**
   * Connections shared with other clients. It stands instead of the address, time-outs and limits here, and
   * is not closed with the client.
   */
  transport?: Transport | undefined
  /**
   * An answer of more XML elements is refused: 43 for each relation, 11 for each mutation and 10 for each of its
   * lines. At least 1; 220,000 unless given, which goes with the default of `maxAnswerBytes`.
   */
  maxAnswerElements?: number | undefined
  /** Called once after every exchange, failed ones too. What it throws is ignored. */
  onExchange?: ((exchange: RedactedExchange) => void) | undefined
  /** The time in milliseconds since 1970; handed in by tests. */
  now?: (() => number) | undefined
}

/** What the client goes by; without a transport it makes one of its own. */
export type ClientSettings = Omit<ServiceOptions, 'transport'> & { transport: Transport | undefined }

/** The options with what stands for those left out. Throws an InvalidOptionError for any that cannot be used. */
export function clientSettings(options: ClientOptions): ClientSettings {
  transportSettings(options)
  const { source, administrationGuid, onExchange } = options
  return {
    credentials: checkedCredentials(options.credentials),
    source: source === undefined ? '' : checkedText('source', source, { max: 15 }),
    administrationGuid:
      administrationGuid === undefined
        ? undefined
        : checkedText('administrationGuid', administrationGuid, { max: 50, required: true }),
    soapVersion: choiceOption<SoapVersion>('soapVersion', options.soapVersion, ['1.1', '1.2']),
    transport: options.transport === undefined ? undefined : checkedTransport(options.transport),
    maxAnswerElements: numberOption('maxAnswerElements', options.maxAnswerElements, {
      unless: defaultMaxElements,
      to: Number.MAX_SAFE_INTEGER,
    }),
    onExchange: onExchange === undefined ? undefined : functionOption('onExchange', onExchange),
    now: options.now === undefined ? Date.now : functionOption('now', options.now),
  }
}

function checkedCredentials(credentials: Credentials): Credentials {
  const { username, securityCode1, securityCode2 } = objectOption('credentials', credentials)
  return {
    username: textOption('credentials.username', username),
    securityCode1: textOption('credentials.securityCode1', securityCode1),
    securityCode2: textOption('credentials.securityCode2', securityCode2),
  }
}

function checkedText(option: string, value: string, rule: { max: number; required?: boolean }): string {
  const text = textOption(option, value)
  const problem = textProblem(text, rule)
  if (problem !== null) throw new InvalidOptionError(option, problem, ` (at most ${rule.max} characters)`)
  return text
}

function checkedTransport(transport: Transport): Transport {
  objectOption('transport', transport)
  functionOption('transport.send', transport.send)
  functionOption('transport.close', transport.close)
  return transport
}
