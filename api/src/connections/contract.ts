import { connectionStates, relationsFrom } from '@stella/bookkeeping'
import { z } from 'zod'
import { CauseCode, Mending } from '../causes/contract.ts'
import { operationsOf } from '../openapi/operation.ts'
import { Instant } from '../openapi/values.ts'
import { BooksDecision, BooksQuestion } from './books-contract.ts'

const { read, write } = operationsOf('Connection', 'organization')
/** No key touches the codes. */
const ofPeople = operationsOf('Connection', 'member')

const Account = z.object({ code: z.string(), name: z.string() })

/** `none`: there never was one. */
export const ConnectionState = z.enum(['none', ...connectionStates])

const RelationsFrom = z
  .enum(relationsFrom)
  .describe('With which invoice a customer goes to e-Boekhouden.nl: its first one, or its first final one.')

const ConnectionPreferences = z
  .strictObject({ relationsFrom: RelationsFrom })
  .meta({ id: 'ConnectionPreferences', description: 'How the link works.' })

export const Connection = z
  .object({
    state: ConnectionState.describe(
      '`paused`: e-Boekhouden.nl refuses the codes; everything waits until it is mended.',
    ),
    pausedReason: z.object({ code: CauseCode, message: z.string(), mending: Mending.nullable() }).nullable(),
    books: z
      .object({ name: z.string() })
      .nullable()
      .describe('The administration that is linked, or was linked last, as e-Boekhouden.nl calls it.'),
    username: z.string().nullable().describe('Enough of «Gebruikersnaam» to recognise it by.'),
    activatedAt: Instant.nullable(),
    lastTestedAt: Instant.nullable(),
    nextTestAt: Instant.nullable().describe('When Stella tries by itself whether it works.'),
    relationsFrom: RelationsFrom,
    testProblem: z
      .object({ code: CauseCode, message: z.string() })
      .nullable()
      .describe('What the last test found; null when it went well.'),
    debtorsAccount: Account.nullable(),
    revenueAccount: Account.nullable(),
  })
  .meta({ id: 'Connection', description: 'The link with e-Boekhouden.nl. The codes are never shown again.' })

const code = (name: string) => z.string().max(200).describe(`${name}; spaces around it are removed.`)

const codes = {
  username: code('«Gebruikersnaam»'),
  securityCode1: code('«Beveiligingscode 1»'),
  securityCode2: code('«Beveiligingscode 2»'),
}

const ConnectionCodes = z.strictObject({ ...codes, decision: BooksDecision.nullable().optional() }).meta({
  id: 'ConnectionCodes',
  description: 'From e-Boekhouden.nl: Beheer › Inrichting › Instellingen › Koppelingen › API/SOAP.',
})

export const getConnection = read({
  id: 'getConnection',
  summary: 'Read the connection',
  description: 'Whether the organization is linked to e-Boekhouden.nl, and why it waits if it does.',
  response: { 200: Connection },
})

export const activateConnection = ofPeople.write({
  id: 'activateConnection',
  summary: 'Activate the connection, or give it new codes',
  description:
    'Signs in to e-Boekhouden.nl with the codes and checks that accounts 1300 and 8000 can be booked on; only ' +
    'then the codes are stored, sealed. A refusal says at which field as far as the service tells, and stores nothing. ' +
    'Codes of other books than before, of an accountant, or of books that another organization has linked, are ' +
    'taken with a `decision` only.',
  problems: [
    'invalid_fields',
    'books_undecided',
    'connection_refused',
    'too_many_attempts',
    'bookkeeping_unreachable',
  ],
  response: { 200: Connection },
  body: ConnectionCodes,
})

export const changeConnectionPreferences = ofPeople.write({
  id: 'changeConnectionPreferences',
  summary: 'Change how the connection works',
  description: 'Counts for invoices that are saved from now on.',
  problems: ['not_connected'],
  response: { 200: Connection },
  body: ConnectionPreferences,
})

export const compareCodes = ofPeople.write({
  id: 'compareCodes',
  summary: 'Say whose books codes open',
  description:
    'Signs in to e-Boekhouden.nl with the codes and says what there is to decide before they are taken: what stays ' +
    'where it was booked, what waits and what is unknown. `question` is null when there is nothing. Nothing is stored.',
  problems: ['invalid_fields', 'connection_refused', 'too_many_attempts', 'bookkeeping_unreachable'],
  response: { 200: z.object({ question: BooksQuestion.nullable() }).meta({ id: 'CodesCompared' }) },
  body: z.strictObject(codes).meta({ id: 'CodesToCompare' }),
})

export const disconnect = ofPeople.write({
  id: 'disconnect',
  summary: 'Disconnect',
  description: 'Forgets the codes. What waits stays, and is booked after connecting again. History is kept.',
  problems: ['not_connected'],
  response: { 200: Connection },
})

export const testConnection = write({
  id: 'testConnection',
  summary: 'Test the connection',
  description:
    'Signs in to e-Boekhouden.nl with the stored codes and waits for the outcome: `testProblem` says what is the ' +
    'matter, or is null. 202 when nobody came round to it within half a minute; it is still done.',
  problems: ['not_connected', 'too_many_attempts'],
  response: { 201: Connection, 202: Connection },
})
