import { z } from 'zod'
import { operation } from '../openapi/operation.ts'
import { Id, text } from '../openapi/values.ts'

const Email = text(254).describe('An e-mail address; case does not matter.')
const Password = z.string().max(200).describe('At least 10 characters; any character may be used.')

export const Session = z
  .object({
    user: z.object({
      id: Id,
      name: z.string(),
      email: z.string(),
      supportRole: z.boolean().describe('Whether this account may use the operations of the support desk.'),
    }),
    organization: z
      .object({ id: Id, name: z.string() })
      .nullable()
      .describe('The organization everything happens in; null only for an account of the support desk.'),
    language: z.enum(['nl', 'en']).describe('The language of the sentences in answers.'),
    supportAddress: z
      .string()
      .nullable()
      .describe(
        'Where the support of Stella is reached: a `mailto:` or a web address. Null where none is set.',
      ),
  })
  .meta({ id: 'Session', description: 'Who is signed in, and for which organization.' })

export const NewAccount = z
  .strictObject({
    name: text(100).describe('The name of the person.'),
    email: Email,
    password: Password,
    organizationName: text(100).describe('The name of the business; it can be changed later.'),
  })
  .meta({ id: 'NewAccount' })

export const Credentials = z
  .strictObject({ email: Email, password: z.string().max(200) })
  .meta({ id: 'Credentials' })

export const createAccount = operation({
  id: 'createAccount',
  tag: 'Accounts',
  audience: 'anyone',
  summary: 'Make an account with an organization',
  description:
    'Makes a person and their organization, and signs the person in: the answer sets the session cookie. After ' +
    'ten answers `email_taken` within an hour to one network address, it gets no further ones, for any address.',
  problems: ['invalid_request', 'invalid_fields', 'email_taken', 'too_many_sign_ups', 'foreign_origin'],
  response: { 201: Session },
  body: NewAccount,
})

export const signIn = operation({
  id: 'signIn',
  tag: 'Accounts',
  audience: 'anyone',
  summary: 'Sign in',
  description:
    'Sets the session cookie. An unknown address and a wrong password get the same answer. After ten wrong ' +
    'passwords within an hour for one address, every further one is refused until the hour is over.',
  problems: ['invalid_request', 'sign_in_refused', 'too_many_guesses', 'foreign_origin'],
  response: { 200: Session },
  body: Credentials,
})

export const signOut = operation({
  id: 'signOut',
  tag: 'Accounts',
  audience: 'anyone',
  summary: 'Sign out',
  description: 'Ends the session and removes its cookie. Signing out twice is harmless.',
  problems: ['foreign_origin'],
  response: { 204: z.undefined().describe('Signed out.') },
})

export const getSession = operation({
  id: 'getSession',
  tag: 'Accounts',
  audience: 'person',
  summary: 'Who is signed in',
  description: 'The person and the organization of the session cookie.',
  response: { 200: Session },
})
