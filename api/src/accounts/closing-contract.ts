import { daysToOpenAgain } from '@stella/invoicing'
import { z } from 'zod'
import { operationsOf } from '../openapi/operation.ts'
import { Day, IdParams } from '../openapi/values.ts'
import { Session } from './contract.ts'
import { OwnPassword } from './second-factor-contract.ts'

const { read, write } = operationsOf('Organization', 'member')
const ofPersons = operationsOf('Organization', 'person')

const WhatCloses = z
  .object({
    finalInvoices: z.int(),
    notInBooks: z.int().describe('Final invoices that are not booked yet, and will not be.'),
    drafts: z.int(),
    waitingMails: z.int().describe('Mails that no mail server has yet; they are not sent.'),
    people: z.int().describe('Who work there, you included.'),
    daysToOpenAgain: z.int().describe('In which an owner opens it again.'),
    keptUntil: Day.nullable().describe(
      'The last day on which the law wants its invoices kept; null without any.',
    ),
  })
  .meta({ id: 'WhatCloses', description: 'What closing the organization touches.' })

export const previewClosing = read({
  id: 'previewClosing',
  summary: 'What closing the organization would do',
  description: 'Counts, and until when the law wants its invoices kept.',
  response: { 200: WhatCloses },
})

export const closeOrganization = write({
  id: 'closeOrganization',
  summary: 'Close the organization',
  description:
    'At once nobody works in it any more: sessions leave it, keys, invitations and cases end, links of customers show ' +
    'nothing, mails that wait are not sent, the codes of e-Boekhouden.nl and the password of an own mail server are ' +
    `forgotten, and nothing more is booked. For ${daysToOpenAgain} days an owner opens it again; then what nobody has to ` +
    'keep is taken away. Final invoices, bookings, the log and the audit are kept as long as the law asks. All owners ' +
    'are told by mail. Ten wrong passwords an hour. The answer is the session, which works elsewhere now, or nowhere.',
  problems: ['invalid_fields', 'too_many_guesses'],
  response: { 200: Session },
  body: OwnPassword,
})

export const openOrganization = ofPersons.write({
  id: 'openOrganization',
  summary: 'Open a closed organization again',
  description:
    `By one of its owners, within ${daysToOpenAgain} days. Everything stands as it did, but keys, invitations, codes and ` +
    'mail server: these are entered anew. Ten wrong passwords an hour. The session works in it.',
  problems: ['invalid_fields', 'too_many_guesses'],
  response: { 200: Session },
  params: IdParams,
  body: OwnPassword,
})
