import { z } from 'zod'
import { operationsOf } from '../openapi/operation.ts'
import { Id, IdParams, Instant } from '../openapi/values.ts'

const { read, write } = operationsOf('Accounts', 'person')

const OwnSession = z
  .object({
    id: Id,
    browser: z.string().nullable().describe('As the browser says; null where it is none we know.'),
    system: z.string().nullable(),
    ipAddress: z.string().nullable(),
    createdAt: Instant,
    lastSeenAt: Instant.describe('To within five minutes.'),
    isCurrent: z.boolean().describe('Whether it is the one that asks.'),
  })
  .meta({ id: 'OwnSession', description: 'A place where the person is signed in.' })

export const listSessions = read({
  id: 'listSessions',
  summary: 'List your sessions',
  description:
    'Where you are signed in. A session ends after two weeks without a visit, and thirty days after it began.',
  response: { 200: z.object({ items: z.array(OwnSession) }).meta({ id: 'OwnSessionList' }) },
})

export const endSession = write({
  id: 'endSession',
  summary: 'End one of your sessions',
  description: 'Whoever sits there is signed out within a second.',
  response: { 204: z.undefined().describe('Ended.') },
  params: IdParams,
})

export const endOtherSessions = write({
  id: 'endOtherSessions',
  summary: 'End every other session',
  description: 'You stay signed in here, and nowhere else.',
  response: { 204: z.undefined().describe('Ended.') },
})

export const confirmPassword = write({
  id: 'confirmPassword',
  summary: 'Give your password again',
  description:
    'For a quarter of an hour the session may then do what is refused with `password_needed`: codes, the bank account, ' +
    'roles, invitations and keys. Ten wrong guesses an hour.',
  problems: ['invalid_fields', 'too_many_guesses'],
  response: { 204: z.undefined().describe('Confirmed.') },
  body: z.strictObject({ password: z.string().max(200) }).meta({ id: 'PasswordConfirmation' }),
})
