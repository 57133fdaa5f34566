import { z } from 'zod'
import { Amount, Id, Instant } from '../openapi/values.ts'

const Fact = z.enum(['same', 'other', 'unknown'])

const BooksWarning = z
  .enum(['accountant_office', 'linked_elsewhere'])
  .describe(
    '`accountant_office`: the codes reach several administrations. `linked_elsewhere`: another organization has linked these books.',
  )

export const BooksDecision = z
  .strictObject({
    choice: z
      .enum(['switch', 'same'])
      .describe(
        '`switch`: from now on these books. `same`: they are those of before, although that cannot be seen.',
      ),
    from: Id.nullable().describe('The `current.id` that was shown; null when there was none.'),
    accepted: z.array(BooksWarning).max(2).describe('The `warnings` that were shown.'),
  })
  .meta({ id: 'BooksDecision', description: 'What a person decided about books, and what they had seen.' })

const OpenInvoice = z.object({
  id: Id,
  number: z.string(),
  customer: z.string(),
  total: Amount,
  state: z.string().describe('Of its booking.'),
  nextAt: Instant.nullable().describe('When it is tried or looked up next.'),
  since: Instant,
})

const KnownBooks = z
  .object({
    id: Id,
    name: z.string(),
    username: z.string().describe('Enough of «Gebruikersnaam» to recognise it by.'),
    linkedAt: Instant,
    booked: z.object({
      count: z.int(),
      total: Amount,
      lastAt: Instant.nullable(),
      firstNumber: z.string().nullable(),
      lastNumber: z.string().nullable(),
    }),
    waiting: z.object({ count: z.int(), total: Amount, invoices: z.array(OpenInvoice) }),
    unknown: z.object({ count: z.int(), invoices: z.array(OpenInvoice) }),
    mark: z
      .object({ number: z.string(), mutationNumber: z.int() })
      .nullable()
      .describe('The invoice by which these books are recognised.'),
  })
  .meta({
    id: 'KnownBooks',
    description: 'Books that are or were linked, and what of Stella stands in them.',
  })

export const BooksQuestion = z
  .object({
    verdict: z.enum(['first', 'other', 'unsure']),
    warnings: z.array(BooksWarning),
    facts: z
      .object({ administration: Fact, mark: Fact, code2: Fact, username: Fact, name: Fact })
      .nullable()
      .describe('What of the two is the same; null when there were no books before.'),
    current: KnownBooks.extend({ isLinked: z.boolean() }).nullable(),
    offered: z.object({
      name: z.string(),
      username: z.string(),
      administrations: z.array(z.string()),
      before: KnownBooks.nullable(),
    }),
  })
  .meta({ id: 'BooksQuestion', description: 'What there is to decide about codes.' })
