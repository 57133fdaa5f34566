import { z } from 'zod'
import { operationsOf } from '../openapi/operation.ts'
import { Email, Password } from './contract.ts'

const ofAnyone = operationsOf('Accounts', 'anyone')
const ofPerson = operationsOf('Accounts', 'person')

const PasswordResetRequest = z.strictObject({ email: Email }).meta({ id: 'PasswordResetRequest' })

const PasswordResetAnswer = z
  .object({
    letter: z
      .enum(['mail', 'folder'])
      .describe(
        '`mail`: letters leave this installation. `folder`: no mail server is set, so only whoever runs it can read them.',
      ),
  })
  .meta({ id: 'PasswordResetAnswer' })

const PasswordReset = z
  .strictObject({
    token: z.string().min(1).max(100).describe('What the link in the letter ends with.'),
    password: Password,
  })
  .meta({ id: 'PasswordReset' })

const PasswordChange = z
  .strictObject({ currentPassword: z.string().max(200), password: Password })
  .meta({ id: 'PasswordChange' })

export const requestPasswordReset = ofAnyone.write({
  id: 'requestPasswordReset',
  summary: 'Ask for a letter to choose a new password',
  description:
    'The answer is the same, and comes as fast, whether or not there is an account with this address. The link in ' +
    'the letter works once, for an hour. Three letters an hour for one address, twenty for one network address.',
  problems: ['invalid_fields', 'too_many_resets'],
  response: { 202: PasswordResetAnswer },
  body: PasswordResetRequest,
})

export const resetPassword = ofAnyone.write({
  id: 'resetPassword',
  summary: 'Choose a new password with the link of the letter',
  description:
    'Ends every session of the person, whatever browser it is in. A password that is refused leaves the link valid.',
  problems: ['invalid_fields', 'reset_refused'],
  response: { 204: z.undefined().describe('The password was changed.') },
  body: PasswordReset,
})

export const changePassword = ofPerson.write({
  id: 'changePassword',
  summary: 'Change your password',
  description: 'Ends every other session of the person, and tells them by mail. Ten wrong guesses an hour.',
  problems: ['invalid_fields', 'too_many_guesses'],
  response: { 204: z.undefined().describe('The password was changed.') },
  body: PasswordChange,
})
