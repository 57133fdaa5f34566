import { causeCodes } from '@stella/bookkeeping'
import { textsIn } from '@stella/texts'
import { z } from 'zod'
import type { Operations, Words } from '../openapi/operation.ts'
import { Id, IdParams } from '../openapi/values.ts'

const customerFields = [
  'name',
  'contactName',
  'address',
  'postalCode',
  'city',
  'country',
  'email',
  'phone',
  'kvkNumber',
  'vatNumber',
  'postalAddress',
  'contacts',
  'oin',
  'peppolId',
  'paymentTermDays',
  'language',
  'vatTreatment',
  'attachUbl',
] as const

export const CauseCode = z.string().meta({ id: 'CauseCode', description: causes() })

export const CustomerField = z
  .enum(customerFields)
  .meta({ id: 'CustomerField', description: 'A field of a customer.' })

export const Mending = z
  .discriminatedUnion('kind', [
    z
      .object({
        kind: z.literal('customer'),
        customerId: Id,
        field: CustomerField.nullable().describe('Null when it is not known which.'),
      })
      .describe('Change the customer.'),
    z.object({ kind: z.literal('codes') }).describe('Give the connection its codes anew.'),
    z
      .object({ kind: z.literal('connection') })
      .describe('Mend it in e-Boekhouden.nl, and test the connection after that.'),
    z
      .object({ kind: z.literal('accounts') })
      .describe('Choose other accounts to book on, or put those right in e-Boekhouden.nl.'),
    z
      .object({ kind: z.literal('invoice'), invoiceId: Id })
      .describe('Mend it in e-Boekhouden.nl, and offer the invoice again after that.'),
  ])
  .meta({
    id: 'Mending',
    description:
      'What has to be mended before it can go on. Null where nobody of the organization need do it.',
  })

export const Retry = z
  .object({ id: Id, state: z.literal('waiting') })
  .meta({ id: 'Retry', description: 'It waits its turn again; the activity log says what comes of it.' })

/** Offering something again that failed: the same for a booking and a relation, whoever does it. */
export function retryOf({ write }: Operations, words: Words) {
  return write({ ...words, problems: ['not_retryable'], params: IdParams, response: { 202: Retry } })
}

/** The closed table of causes, for whoever writes a program against the API. */
function causes(): string {
  const { api, causes: sentences } = textsIn('en')
  const rows = causeCodes.map((code) => `- \`${code}\`: ${sentences[code].why}`)
  return ['Why, a stable code:', '', ...rows, `- \`disconnected\`: ${api.disconnected.why}`].join('\n')
}
