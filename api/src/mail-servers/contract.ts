import { dkimFindings, dmarcFindings, mailSecurities, spfFindings } from '@stella/invoicing'
import { z } from 'zod'
import { operationsOf } from '../openapi/operation.ts'
import { Instant, text } from '../openapi/values.ts'

const { read, write } = operationsOf('Messages', 'member')

const serverFields = {
  host: text(1000),
  port: z.int(),
  security: z
    .enum(mailSecurities)
    .describe(
      '`tls`: from the first byte; `starttls`: asked for, and nothing is sent without it; `none`: not at all.',
    ),
  username: text(1000).nullable().describe('Null where the server asks for no sign-in.'),
  sender: text(1000).describe('The address that mail comes from.'),
}

const MailServer = z
  .object({ ...serverFields, testedAt: Instant.describe('When a connection with it last came about.') })
  .meta({ id: 'MailServer', description: 'The mail server through which an organization sends itself.' })

export const getMailServer = read({
  id: 'getMailServer',
  summary: 'Read the own mail server',
  description: 'Without its password, which nobody gets to see.',
  response: {
    200: z.object({ server: MailServer.nullable().describe('Null: mail goes through that of Stella.') }),
  },
})

export const getSenderDomain = read({
  id: 'getSenderDomain',
  summary: 'Look at the domain of the sender',
  description:
    'What the domain of the own sender tells mail servers that ask whether a mail is really from there (SPF, DKIM, DMARC), ' +
    'asked of DNS now.',
  response: {
    200: z.object({
      domain: z
        .object({
          domain: z.string(),
          spf: z.enum(spfFindings),
          dkim: z
            .enum(dkimFindings)
            .describe('`not_found`: not under the usual names; it may stand elsewhere.'),
          dmarc: z.enum(dmarcFindings),
        })
        .meta({ id: 'SenderDomain' })
        .nullable()
        .describe('Null without an own mail server.'),
    }),
  },
})

export const saveMailServer = write({
  id: 'saveMailServer',
  summary: 'Send through an own mail server',
  description:
    'Connects, signs in and mails the sender first; only when that works is anything stored, and mails go that way from then on. The ' +
    'password is given each time, so that it never goes to another server than it was typed for. Within an hour an ' +
    'organization tries twenty times, and one user name at one server fails ten times.',
  problems: ['invalid_fields', 'too_many_attempts'],
  response: { 200: MailServer },
  body: z
    .strictObject({ ...serverFields, password: text(1000).nullable().describe('Null without a user name.') })
    .meta({ id: 'MailServerContent' }),
})

export const deleteMailServer = write({
  id: 'deleteMailServer',
  summary: 'Send through Stella again',
  description: 'The password is forgotten. What waits goes the other way. Harmless when there is none.',
  response: { 204: z.undefined().describe('Mails go through Stella.') },
})
