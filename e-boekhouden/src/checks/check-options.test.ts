import { describe, expect, it } from 'vitest'
import { createClient } from '../client.ts'
import type { ClientOptions } from '../client-options.ts'
import type { Credentials } from '../service/service.ts'
import { testCodes } from '../testing/answers.ts'
import type { TransportOptions } from '../transport/transport-options.ts'
import { createTransport } from '../transport/undici-transport.ts'
import { InvalidOptionError } from './check-options.ts'

type Refusals = readonly (readonly [value: unknown, problem: string, within?: string])[]

const noNumbers: Refusals = [
  [Number.NaN, 'not_a_number'],
  ['5', 'not_a_number'],
  [null, 'not_a_number'],
  [5n, 'not_a_number'],
]
const noneOrTooMany: Refusals = [
  [0, 'out_of_range'],
  [-1, 'out_of_range'],
  [Number.POSITIVE_INFINITY, 'out_of_range'],
]
const milliseconds: Refusals = [
  ...noNumbers,
  ...noneOrTooMany,
  [2 ** 31, 'out_of_range'],
  [0.5, 'out_of_range'],
]
const counts: Refusals = [
  ...noNumbers,
  ...noneOrTooMany,
  [2 ** 53, 'out_of_range'],
  [2.5, 'not_a_whole_number'],
]
const noTexts: Refusals = [
  [5, 'not_a_text'],
  [null, 'not_a_text'],
  [{}, 'not_a_text'],
]
const noFunctions: Refusals = [
  ['x', 'not_a_function'],
  [null, 'not_a_function'],
  [{}, 'not_a_function'],
]

const ofTransport: Record<keyof TransportOptions, Refusals> = {
  url: [
    ...noTexts,
    ['', 'not_an_address'],
    ['soap.e-boekhouden.nl', 'not_an_address'],
    ['ftp://localhost/', 'not_an_address'],
    ['http://soap.e-boekhouden.nl/', 'not_https'],
    ['https://user:word@localhost/', 'holds_user_or_password'],
  ],
  connectTimeoutMs: milliseconds,
  totalTimeoutMs: milliseconds,
  maxAnswerBytes: [...counts, [2 ** 30, 'out_of_range']],
  connections: [...counts, [65_536, 'out_of_range']],
}

const ofClient: Record<keyof ClientOptions, Refusals> = {
  ...ofTransport,
  credentials: [
    [undefined, 'missing'],
    [null, 'not_an_object'],
    ['codes', 'not_an_object'],
    [[], 'not_an_object'],
  ],
  source: [...noTexts, ['x'.repeat(16), 'too_long'], ['a\0b', 'forbidden_character']],
  administrationGuid: [...noTexts, ['', 'missing'], ['x'.repeat(51), 'too_long']],
  soapVersion: [
    ['1.3', 'not_one_of_the_choices'],
    [1.1, 'not_one_of_the_choices'],
    [null, 'not_one_of_the_choices'],
  ],
  transport: [
    [null, 'not_an_object'],
    ['x', 'not_an_object'],
    [{}, 'not_a_function', 'transport.send'],
    [{ send: async () => {} }, 'not_a_function', 'transport.close'],
  ],
  maxAnswerElements: counts,
  onExchange: noFunctions,
  now: noFunctions,
}

const ofCredentials: Record<keyof Credentials, Refusals> = {
  username: [[undefined, 'missing'], ...noTexts],
  securityCode1: [[undefined, 'missing'], ...noTexts],
  securityCode2: [[undefined, 'missing'], ...noTexts],
}

describe('an option that cannot be used is refused when the client is made', () => {
  for (const [option, refusals] of Object.entries(ofClient)) {
    it(option, () => {
      for (const [value, problem, within] of refusals) {
        const error = refusalOf(() => createClient(clientOptions({ [option]: value })))
        expect(error, String(value)).toMatchObject({ option: within ?? option, problem })
        expect(error.message).toContain(within ?? option)
      }
    })
  }

  for (const [option, refusals] of Object.entries(ofCredentials)) {
    it(`credentials.${option}`, () => {
      for (const [value, problem] of refusals) {
        const credentials = { ...testCodes, [option]: value }
        const error = refusalOf(() => createClient(clientOptions({ credentials })))
        expect(error, String(value)).toMatchObject({ option: `credentials.${option}`, problem })
      }
    })
  }

  it('also where a transport stands instead of it', async () => {
    const transport = createTransport()
    const error = refusalOf(() => createClient(clientOptions({ transport, totalTimeoutMs: 0 })))
    expect(error.option).toBe('totalTimeoutMs')
    await transport.close()
  })

  it('and all of them together', () => {
    for (const value of [undefined, null, 5, 'x']) {
      expect(refusalOf(() => createClient(value as never)).option).toBe('options')
    }
  })
})

describe('an option that cannot be used is refused when the transport is made', () => {
  for (const [option, refusals] of Object.entries(ofTransport)) {
    it(option, () => {
      for (const [value, problem] of refusals) {
        const error = refusalOf(() => createTransport({ [option]: value }))
        expect(error, String(value)).toMatchObject({ option, problem })
      }
    })
  }

  it('and all of them together', () => {
    for (const value of [null, 5, 'x']) {
      expect(refusalOf(() => createTransport(value as never)).option).toBe('options')
    }
  })
})

describe('an option that can be used', () => {
  it('is taken up to its bounds', async () => {
    const least = { connectTimeoutMs: 1, totalTimeoutMs: 1, maxAnswerBytes: 1, connections: 1 }
    const most = {
      connectTimeoutMs: 2 ** 31 - 1,
      totalTimeoutMs: 2 ** 31 - 1,
      maxAnswerBytes: 2 ** 29 - 24,
      connections: 65_535,
    }
    for (const options of [least, most, { totalTimeoutMs: 1.5 }, { url: undefined }]) {
      await createTransport(options).close()
      await createClient(clientOptions({ ...options, maxAnswerElements: 1, source: 'x'.repeat(15) })).close()
    }
  })
})

function clientOptions(options: Record<string, unknown>): ClientOptions {
  return { credentials: testCodes, ...options }
}

/** The error that names the option; fails the test when nothing or something else is thrown. */
function refusalOf(make: () => unknown): InvalidOptionError {
  try {
    make()
  } catch (error) {
    if (error instanceof InvalidOptionError && error instanceof TypeError) return error
    throw error
  }
  throw new Error('the option was taken')
}
