import { z } from 'zod'
import { operationsOf } from '../openapi/operation.ts'
import { Email } from './contract.ts'

const ofAnyone = operationsOf('Accounts', 'anyone')
const ofPerson = operationsOf('Accounts', 'person')

export const changeEmail = ofPerson.write({
  id: 'changeEmail',
  summary: 'Change your e-mail address',
  description:
    'Sends a letter to the new address; nothing changes until its link is followed, within an hour. The answer is the ' +
    'same, and comes as fast, where somebody has that address already. Five an hour; ten wrong passwords.',
  problems: ['invalid_fields', 'too_many_guesses', 'too_many_resets'],
  response: { 202: z.undefined().describe('Sent, if the address is free.') },
  body: z.strictObject({ email: Email, password: z.string().max(200) }).meta({ id: 'EmailChange' }),
})

export const sendEmailConfirmation = ofPerson.write({
  id: 'sendEmailConfirmation',
  summary: 'Ask for the letter that confirms your address',
  description:
    'Its link works for a day. Nothing is sent where the address is confirmed. Three letters an hour.',
  problems: ['too_many_resets'],
  response: { 202: z.undefined().describe('Sent.') },
})

export const confirmEmail = ofAnyone.write({
  id: 'confirmEmail',
  summary: 'Confirm an address with the link of a letter',
  description:
    'Of a new account, or of a change: then the address changes, once, and the former one is told. A password that was ' +
    'chosen meanwhile ends the change. It signs nobody in.',
  problems: ['confirmation_refused'],
  response: { 200: z.object({ email: z.string() }).meta({ id: 'ConfirmedEmail' }) },
  body: z
    .strictObject({ token: z.string().min(1).max(2_000).describe('What the link in the letter ends with.') })
    .meta({ id: 'EmailConfirmation' }),
})
