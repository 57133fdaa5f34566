import { backfillStates } from '@stella/database'
import { z } from 'zod'
import { operationsOf } from '../openapi/operation.ts'
import { Amount, Day, Id, Instant } from '../openapi/values.ts'

const { read, write } = operationsOf('Backfills', 'organization')

/** So many of a group are named; the others are counted. */
export const mostNamed = 500

const invoiceFields = { invoiceId: Id, number: z.string(), customer: z.string(), date: Day, total: Amount }

const OldInvoice = z.object(invoiceFields).meta({ id: 'OldInvoice' })

const FoundInvoice = z
  .object({
    ...invoiceFields,
    mutationNumber: z.int(),
    inBooks: z.object({ number: z.string(), date: Day, total: Amount.nullable() }),
    unlike: z.array(z.enum(['number', 'date', 'amount'])),
  })
  .meta({ id: 'FoundInvoice', description: 'An invoice with the mutation that it is, or seems to be.' })

const sums = { count: z.int(), total: Amount.describe('Of all of them, with VAT.') }
const named = `The first ${mostNamed}, oldest first.`
const Candidate = z
  .object({
    relationId: z.int(),
    code: z.string(),
    name: z.string(),
    address: z.string(),
    postalCode: z.string(),
    city: z.string(),
    email: z.string(),
    kvkNumber: z.string(),
    vatNumber: z.string(),
    reasons: z
      .array(z.enum(['invoice', 'code', 'kvk', 'vat', 'email', 'name_and_postcode', 'name']))
      .describe(
        'What both have, the surest first; `invoice`: an invoice of the customer stands there on it.',
      ),
    unlike: z.array(z.enum(['kvk', 'vat'])).describe('Numbers that both have, and that are not the same.'),
  })
  .meta({ id: 'RelationCandidate', description: 'A relation of the books that a customer may be.' })

const Customer = z.object({
  customerId: Id,
  name: z.string(),
  address: z.string(),
  postalCode: z.string(),
  email: z.string(),
  kvkNumber: z.string(),
  vatNumber: z.string(),
  candidates: z.array(Candidate).describe('One where it is sure; none of a new one.'),
})

const Customers = z.object({ count: z.int(), customers: z.array(Customer).describe(named) })

const Group = z.object({ ...sums, invoices: z.array(OldInvoice).describe(named) })
const FoundGroup = z.object({ ...sums, invoices: z.array(FoundInvoice).describe(named) })

export const Backfill = z
  .object({
    isLinked: z.boolean(),
    suggestedFrom: Day.describe('The beginning of this VAT quarter.'),
    backfill: z
      .object({
        state: z
          .enum(backfillStates)
          .describe(
            '`reading`: a worker reads the books. `ready`: what would be done is known. `running`, `stopped`, `done`: after somebody ' +
              'confirmed it. `dropped`: somebody ended it. `void`: other books are linked since.',
          ),
        from: Day,
        requestedAt: Instant,
        requestedBy: z.string(),
        readAt: Instant.nullable(),
        calls: z.int(),
        mutationsRead: z.int(),
        cause: z.string().nullable().describe('Why the books could not be read just now, in a sentence.'),
        nextTryAt: Instant.nullable(),
        confirmedAt: Instant.nullable(),
        confirmedBy: z.string().nullable(),
        stoppedBy: z.string().nullable(),
        endedAt: Instant.nullable(),
        warning: z
          .enum(['known_closed', 'earlier_year'])
          .nullable()
          .describe('Whether its period is known to be closed there, or is of a year that often is.'),
        plan: z
          .object({
            revision: z.string().describe('To confirm it with.'),
            book: Group.describe('Not there: they are booked.'),
            adopt: FoundGroup.describe('There to the cent, under their number: they are that mutation.'),
            differing: FoundGroup.describe('There otherwise; nothing is done but what is chosen.'),
            ambiguous: Group.describe('Several mutations have their number; nothing is done.'),
            alone: Group.describe('Credit notes of what would not be there; nothing is done.'),
            relations: z
              .object({ sure: Customers, asked: Customers, isNew: Customers })
              .describe(
                'Customers of `book` that Stella does not know in these books: surely one relation there, perhaps one of several, or none.',
              ),
            history: Group.describe('Brought in from another program; never booked.'),
          })
          .nullable(),
        progress: z.object({
          total: z.int(),
          adopted: z.int(),
          booked: z.int(),
          waiting: z.int(),
          failed: z.int(),
          refused: z.int().describe('Somebody decided otherwise of them since.'),
        }),
      })
      .nullable()
      .describe('The one that is not ended, or else the last.'),
  })
  .meta({ id: 'Backfill', description: 'Old invoices that go to the linked books.' })

export const getBackfill = read({
  id: 'getBackfill',
  summary: 'Old invoices and the linked books',
  description: 'What would be done of them, and how far what was confirmed is.',
  response: { 200: Backfill },
})

export const requestBackfill = write({
  id: 'requestBackfill',
  summary: 'Have the books read, and say what would be done of old invoices',
  description:
    'One call of `GetMutaties` for 500 mutations, by a worker. Nothing is booked by that. What was read before and not confirmed ' +
    'is dropped.',
  problems: ['not_connected', 'backfill_running'],
  body: z.strictObject({ from: z.iso.date() }).meta({ id: 'BackfillRequest' }),
  response: { 202: Backfill },
})

const Ids = z.array(z.uuid()).max(10_000)

export const confirmBackfill = write({
  id: 'confirmBackfill',
  summary: 'Have what was seen done',
  description:
    'What is there already is adopted, and the rest is booked in order, a few at a time. Only as it was seen, and once.',
  problems: ['backfill_changed', 'backfill_empty', 'backfill_undecided'],
  body: z
    .strictObject({
      revision: z.string().max(64),
      book: z.boolean(),
      adopt: z.boolean(),
      skipped: Ids.describe('Of these two groups, what is left as it is.'),
      alsoAdopt: Ids.describe('Of what differs, what is right as it stands there.'),
      relations: z
        .array(z.strictObject({ customerId: z.uuid(), relationId: z.int().nullable() }))
        .max(10_000)
        .describe('Of each customer of `asked` which relation it is; null for a new one.'),
    })
    .meta({ id: 'BackfillChoice' }),
  response: { 202: Backfill },
})

const step = (words: { id: string; summary: string; description: string }) =>
  write({ ...words, problems: ['backfill_changed'], response: { 200: Backfill } })

export const stopBackfill = step({
  id: 'stopBackfill',
  summary: 'Stop after the invoices that are on their way',
  description: 'What is booked stays.',
})

export const resumeBackfill = step({
  id: 'resumeBackfill',
  summary: 'Go on with what was stopped',
  description: 'From where it was, in the order in which it began.',
})

export const dropBackfill = step({
  id: 'dropBackfill',
  summary: 'End what was not confirmed, or was stopped',
  description: 'What is booked stays, and the rest stays out of the books.',
})
