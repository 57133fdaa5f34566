import { overrideKinds } from '@stella/database'
import { z } from 'zod'
import { operationsOf } from '../openapi/operation.ts'
import { Amount, Day, IdParams, Instant } from '../openapi/values.ts'

const { read, write } = operationsOf('Overrides', 'organization')

const AdoptionDifference = z
  .object({
    what: z.enum(['number', 'date', 'net', 'vat', 'relation']),
    stella: z.string(),
    books: z.string().nullable().describe('Null where an amount there is no whole number of cents.'),
  })
  .meta({
    id: 'AdoptionDifference',
    description: 'What of a mutation is another than the invoice says; amounts in euros, days as YYYY-MM-DD.',
  })

export const InvoiceOverride = z
  .object({
    mayAdopt: z.boolean().describe('Whether somebody may say which mutation of the linked books it is.'),
    mayExclude: z.boolean().describe('Whether somebody may leave it out of the books.'),
    decided: z
      .object({
        kind: z.enum(overrideKinds),
        reason: z.string().nullable(),
        mutationNumber: z.int().nullable(),
        at: Instant,
        by: z.string(),
        differences: z.array(AdoptionDifference),
        mayUndo: z.boolean().describe('Not once a credit note stands on it, or other books are linked.'),
      })
      .nullable()
      .describe('Null where nobody decided.'),
  })
  .meta({
    id: 'InvoiceOverride',
    description:
      'What a person who knows better says of a final invoice: booked already, or not to be booked.',
  })

export const MutationRead = z
  .object({
    outcome: z
      .enum(['read', 'refused', 'failed', 'pending'])
      .describe(
        '`refused`: it cannot be this invoice, as `refusal` says. `failed`: the books gave no answer, as `cause` says. ' +
          '`pending`: no answer came within 35 seconds; ask again.',
      ),
    readingId: z.uuid().nullable().describe('To confirm it with; within an hour.'),
    found: z
      .object({
        mutationNumber: z.int(),
        invoiceNumber: z.string(),
        date: Day,
        relationCode: z.string(),
        description: z.string(),
        net: Amount.nullable(),
        vat: Amount.nullable(),
      })
      .nullable(),
    differences: z.array(AdoptionDifference),
    refusal: z
      .enum(['absent', 'not_a_sale', 'of_another', 'taken'])
      .nullable()
      .describe(
        '`absent`: nothing stands under the number. `not_a_sale`: no sales invoice (FactuurVerstuurd). `of_another`: it ' +
          'carries the mark of another invoice of Stella. `taken`: another invoice is it.',
      ),
    cause: z.string().nullable().describe('Why the books gave no answer, in a sentence.'),
  })
  .meta({ id: 'MutationRead', description: 'What stands under a number in the linked books.' })

export const getOverride = read({
  id: 'getOverride',
  summary: 'What a person decided of the booking of an invoice',
  description: 'And what somebody may decide of it now.',
  problems: ['not_final'],
  params: IdParams,
  response: { 200: InvoiceOverride },
})

export const readMutation = write({
  id: 'readMutation',
  summary: 'Read a mutation that an invoice may be',
  description:
    'A worker reads it in the linked books, in one call of `GetMutaties`, and it is put beside the invoice. Nothing is decided by ' +
    'that.',
  problems: ['not_final', 'not_connected', 'not_overridable'],
  params: IdParams,
  body: z.strictObject({ mutationNumber: z.int().min(1).max(2_147_483_647) }).meta({ id: 'MutationToRead' }),
  response: { 200: MutationRead },
})

export const overrideBooking = write({
  id: 'overrideBooking',
  summary: 'Say that an invoice is booked already, or is not to be booked',
  description:
    'An adopted one is the mutation that was read, and an excluded one stays out of the books, with the reason. Neither is ' +
    'ever sent. Not while it is being sent, nor while nobody knows what became of it.',
  problems: ['not_final', 'not_adoptable', 'not_overridable'],
  params: IdParams,
  body: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('adopted'), readingId: z.uuid() }),
      z.strictObject({ kind: z.literal('excluded'), reason: z.string().trim().min(1).max(500) }),
    ])
    .meta({ id: 'OverrideDecision' }),
  response: { 200: InvoiceOverride },
})

export const undoOverride = write({
  id: 'undoOverride',
  summary: 'Take back what was decided of the booking of an invoice',
  description: 'It stands again where it stood before, as long as nothing was built on it.',
  problems: ['not_final', 'not_overridable', 'override_built_on'],
  params: IdParams,
  response: { 200: InvoiceOverride },
})
