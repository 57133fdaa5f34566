import { z } from 'zod'
import { operationsOf } from '../openapi/operation.ts'
import { Instant, text } from '../openapi/values.ts'
import { SecondFactorReason } from './contract.ts'

const { read, write } = operationsOf('Accounts', 'person')

export const OwnPassword = z.strictObject({ password: z.string().max(200) }).meta({ id: 'OwnPassword' })

const SecondFactor = z
  .object({
    since: Instant.nullable().describe('Null while there is none.'),
    recoveryCodesLeft: z.int().describe('Of ten.'),
    recoveryCodesMadeAt: Instant.nullable(),
    neededFor: SecondFactorReason.nullable().describe('Null where nothing waits for one.'),
  })
  .meta({ id: 'SecondFactor', description: 'The code that is asked beside the password.' })

const RecoveryCodes = z
  .array(z.string())
  .describe('Ten; each lets one in once, instead of a code of the app.')

const SecondFactorBegun = z
  .object({
    address: z.string().describe('What an app reads from a picture: `otpauth://totp/…`.'),
    key: z.string().describe('The same by hand, in base32.'),
    recoveryCodes: RecoveryCodes,
  })
  .meta({ id: 'SecondFactorBegun' })

export const getSecondFactor = read({
  id: 'getSecondFactor',
  summary: 'Read your second factor',
  description: 'Whether a code is asked when you sign in, and how many recovery codes are left.',
  response: { 200: SecondFactor },
})

export const beginSecondFactor = write({
  id: 'beginSecondFactor',
  summary: 'Begin a second factor',
  description:
    'What an app for codes needs (RFC 6238: six digits, thirty seconds, SHA-1). Nothing is asked until a first code ' +
    'is given. Ten wrong passwords an hour.',
  problems: ['invalid_fields', 'too_many_guesses', 'second_factor_on'],
  response: { 200: SecondFactorBegun },
  body: OwnPassword,
})

export const confirmSecondFactor = write({
  id: 'confirmSecondFactor',
  summary: 'Turn your second factor on',
  description: 'With the first code of the app. Every other session of the person ends. Told by mail.',
  problems: ['invalid_fields', 'too_many_guesses', 'second_factor_on', 'second_factor_off'],
  response: { 204: z.undefined().describe('Turned on.') },
  body: z.strictObject({ code: text(40) }).meta({ id: 'SecondFactorCode' }),
})

export const makeRecoveryCodes = write({
  id: 'makeRecoveryCodes',
  summary: 'Make new recovery codes',
  description: 'Those of before let nobody in any more. Told by mail.',
  problems: ['invalid_fields', 'too_many_guesses', 'second_factor_off'],
  response: { 200: z.object({ recoveryCodes: RecoveryCodes }).meta({ id: 'RecoveryCodes' }) },
  body: OwnPassword,
})

export const removeSecondFactor = write({
  id: 'removeSecondFactor',
  summary: 'Turn your second factor off',
  description:
    'The password alone lets you in again. What is asked a second factor for waits until there is one. Told by mail.',
  problems: ['invalid_fields', 'too_many_guesses', 'second_factor_off'],
  response: { 204: z.undefined().describe('Turned off.') },
  body: OwnPassword,
})
