import { z } from 'zod'
import { operationsOf } from '../openapi/operation.ts'

const { write } = operationsOf('Accounts', 'person')

export const deleteAccount = write({
  id: 'deleteAccount',
  summary: 'Delete your account',
  description:
    'Ends every session and key, leaves every organization, and forgets the address, the password and the second factor, ' +
    'at once and for good. What was done stays in invoices and audits with the name, as the law asks. The only owner of ' +
    'an organization hands it over first. Ten wrong passwords an hour.',
  problems: ['invalid_fields', 'too_many_guesses', 'last_owner'],
  response: { 204: z.undefined().describe('Deleted.') },
  body: z.strictObject({ password: z.string().max(200) }).meta({ id: 'AccountDeletion' }),
})
