import { forgettings } from '@stella/invoicing'
import { z } from 'zod'
import { operationsOf } from '../openapi/operation.ts'
import { Day, IdParams } from '../openapi/values.ts'

const { read } = operationsOf('Customers', 'organization')
/** What cannot be undone is of a person: a key that leaks empties no list of customers. */
const { write } = operationsOf('Customers', 'member')

const Erasure = z
  .object({
    outcome: z
      .enum(forgettings)
      .describe(
        '`gone`: nothing is left. `emptied`: the books know a relation, and a row without a name stays. `kept`: final ' +
          'invoices stay with the name and address on them, contact data goes.',
      ),
    drafts: z.int().describe('They go.'),
    finalInvoices: z.int().describe('They stay.'),
    keptUntil: Day.nullable().describe('The last day on which the law wants these kept; null without any.'),
  })
  .meta({ id: 'Erasure', description: 'What becomes of a customer who asks to be forgotten.' })

export const previewErasure = read({
  id: 'previewErasure',
  summary: 'What would become of a customer who is forgotten',
  description: 'What goes and what stays, so that it can be read before. Nothing is changed.',
  problems: ['customer_merged'],
  response: { 200: Erasure },
  params: IdParams,
})

export const eraseCustomer = write({
  id: 'eraseCustomer',
  summary: 'Forget a customer, as far as the law allows',
  description:
    'For who asks for it (GDPR article 17). Drafts, contact data, the postal address, its rows of imports and the links to ' +
    'its invoices go, at once and for good. Final invoices stay, and the mails they were sent with. A relation in ' +
    'e-Boekhouden.nl is updated without contact data, and is removed there by hand.',
  problems: ['customer_merged'],
  response: { 200: Erasure },
  params: IdParams,
})
