import { languages } from '@stella/texts'
import { z } from 'zod'
import { secondFactorReasons } from '../http/second-factor.ts'
import { Permission, Role } from '../members/values.ts'
import { operationsOf } from '../openapi/operation.ts'
import { Day, Id, text } from '../openapi/values.ts'

const { write } = operationsOf('Accounts', 'anyone')
const { read } = operationsOf('Accounts', 'person')

export const Email = text(254).describe('An e-mail address; case does not matter.')
export const Password = z.string().max(200).describe('At least 10 characters; any character may be used.')

export const SecondFactorReason = z.enum(secondFactorReasons).meta({
  id: 'SecondFactorReason',
  description:
    'Why somebody needs a second factor: for the support desk, or because their organization asks it.',
})

const Membership = z
  .object({ id: Id, name: z.string(), role: Role })
  .meta({ id: 'Membership', description: 'An organization, and what the person is to it.' })

const ClosedOrganization = z
  .object({ id: Id, name: z.string(), openUntil: Day.describe('The last day to open it again.') })
  .meta({ id: 'ClosedOrganization', description: 'One that the person may open again, as an owner of it.' })

export const Session = z
  .object({
    user: z.object({
      id: Id,
      name: z.string(),
      email: z.string(),
      supportRole: z.boolean().describe('Whether this account may use the operations of the support desk.'),
      hasSecondFactor: z.boolean().describe('Whether a code is asked when they sign in.'),
    }),
    organization: Membership.nullable().describe(
      'The organization everything happens in; null for who works for none.',
    ),
    permissions: z.array(Permission).describe('All that the person may do in that organization.'),
    organizations: z.array(Membership).describe('Every organization the person works for, by name.'),
    closedOrganizations: z
      .array(ClosedOrganization)
      .describe('Those that were closed and that they may open again; see `openOrganization`.'),
    awaitsConfirmation: z
      .boolean()
      .describe(
        'Whether invoices are mailed only once the address is confirmed; see `sendEmailConfirmation`.',
      ),
    secondFactorNeededFor: SecondFactorReason.nullable().describe(
      'Why the person needs a second factor that they have not; null where nothing waits for it.',
    ),
    language: z.enum(languages).describe('The language of the sentences in answers.'),
    supportAddress: z
      .string()
      .nullable()
      .describe(
        'Where the support of Stella is reached: a `mailto:` or a web address. Null where none is set.',
      ),
  })
  .meta({ id: 'Session', description: 'Who is signed in, and for which organization.' })

const NewAccount = z
  .strictObject({
    name: text(100).describe('The name of the person.'),
    email: Email,
    password: Password,
    organizationName: text(100).describe('The name of the business; it can be changed later.'),
  })
  .meta({ id: 'NewAccount' })

const Credentials = z
  .strictObject({ email: Email, password: z.string().max(200) })
  .meta({ id: 'Credentials' })

const SignInStep = z
  .object({ asks: z.enum(['code']).describe('What is asked next; see `signInWithCode`.') })
  .meta({ id: 'SignInStep', description: 'The password is right, and a code is asked.' })

export const createAccount = write({
  id: 'createAccount',
  summary: 'Make an account with an organization',
  description:
    'Makes a person and their organization, and signs the person in: the answer sets the session cookie. After ' +
    'ten answers `email_taken` within an hour to one network address, it gets no further ones, for any address. Where ' +
    'mail leaves this Stella, twenty accounts an hour are made from one network address, and three hundred in all.',
  problems: ['invalid_fields', 'email_taken', 'too_many_sign_ups'],
  response: { 201: Session },
  body: NewAccount,
})

export const signIn = write({
  id: 'signIn',
  summary: 'Sign in',
  description:
    'Sets the session cookie. An unknown address and a wrong password get the same answer. After ten wrong ' +
    'passwords within an hour from one network address for one e-mail address, or a hundred from all of them, further ' +
    'ones are refused for a while. A browser that signed in before is recognised by a cookie and counts by itself. ' +
    'Where the account has a second factor the answer is 202: nobody is signed in until a code was given.',
  problems: ['sign_in_refused', 'too_many_guesses'],
  response: { 200: Session, 202: SignInStep },
  body: Credentials,
})

export const signInWithCode = write({
  id: 'signInWithCode',
  summary: 'Sign in with a code',
  description:
    'Within ten minutes after the password, in the same browser: six digits of the app, or a recovery code. Each code ' +
    'is taken once. Five wrong ones and the password is asked anew; ten an hour for one account.',
  problems: ['invalid_fields', 'sign_in_expired', 'sign_in_refused', 'too_many_guesses'],
  response: { 200: Session },
  body: z.strictObject({ code: text(40) }).meta({ id: 'SignInCode' }),
})

export const signOut = write({
  id: 'signOut',
  summary: 'Sign out',
  description: 'Ends the session and removes its cookie. Signing out twice is harmless.',
  response: { 204: z.undefined().describe('Signed out.') },
})

export const getSession = read({
  id: 'getSession',
  summary: 'Who is signed in',
  description: 'The person and the organization of the session cookie.',
  response: { 200: Session },
})
