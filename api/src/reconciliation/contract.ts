import { type DifferenceKind, differenceActions, differenceKinds } from '@stella/bookkeeping'
import { languages } from '@stella/texts'
import { z } from 'zod'
import { file, ListFormat } from '../openapi/file.ts'
import { operationsOf } from '../openapi/operation.ts'
import { Amount, Day, Id, Instant } from '../openapi/values.ts'

const { read, write } = operationsOf('Reconciliation', 'organization')

const kinds = Object.keys(differenceKinds) as [DifferenceKind, ...DifferenceKind[]]

const DifferenceKindName = z.enum(kinds).meta({
  id: 'DifferenceKind',
  description: kinds.map((kind) => `\`${kind}\`: ${differenceKinds[kind].meaning}`).join(' '),
})

const DifferenceActionName = z.enum(differenceActions).meta({
  id: 'DifferenceAction',
  description:
    '`offer` and `adopt`: `POST /api/bookings/{id}/retries` with `bookingId`. `credit`: credit the invoice. ' +
    '`mend_there`: in e-Boekhouden.nl. `accept`: find it right, with a reason.',
})

const Sums = z.object({ net: Amount, vat: Amount })

const LedgerAccount = z
  .string()
  .nullable()
  .describe('Its code in e-Boekhouden.nl; null of what is not planned for any.')

const AccountSide = z
  .enum(['debtors', 'revenue'])
  .describe('`debtors` with VAT, of sales invoices alone; `revenue` without.')

const Period = {
  from: z.iso.date().describe('The first day, by the date of the invoice.'),
  until: z.iso.date().describe('The last day; at most a year after.'),
}

const Acceptance = z
  .object({ reason: z.string(), by: z.string(), at: Instant })
  .meta({ id: 'Acceptance', description: 'That somebody found a difference right, and why.' })

export const Difference = z
  .object({
    key: z.string().describe('The same for as long as it is the same difference.'),
    kind: DifferenceKindName,
    title: z.string().describe('What differs, in one sentence, in the language of the request.'),
    detail: z.string().describe('Why that may be, and what to do.'),
    invoiceId: Id.nullable(),
    mutationNumbers: z.array(z.int()),
    total: Sums.describe('Stella minus the books, all VAT codes together.'),
    amounts: z.array(z.object({ vatCode: z.string(), net: Amount, vat: Amount })),
    accounts: z.array(z.object({ account: LedgerAccount, side: AccountSide, amount: Amount })),
    actions: z.array(DifferenceActionName).describe('What can be done, the first thing first.'),
    bookingId: Id.nullable().describe('Of what failed and can be offered again.'),
    acceptance: Acceptance.nullable(),
  })
  .meta({ id: 'Difference', description: 'One way in which Stella and the books differ.' })

export const Reconciliation = z
  .object({
    from: Day,
    until: Day,
    isLinked: z.boolean().describe('Whether books are linked that can be read.'),
    reading: z
      .object({
        calls: z.int(),
        mutationsRead: z.int(),
        isHeldBack: z
          .boolean()
          .describe('Whether it waits because few calls are left this month: bookings go on, this does not.'),
      })
      .nullable()
      .describe('A reading that was asked for and is not finished, and how far it is.'),
    compared: z
      .object({
        readAt: Instant,
        by: z.string().nullable().describe('Who asked for it; null where Stella looked by itself.'),
        calls: z.int(),
        mutationsRead: z.int(),
        documents: z.int().describe('Invoices and credit notes that are compared.'),
        agreeing: z.int().describe('Those of them that stand in the books as they should.'),
        since: z.int().describe('Booked since the books were read, so that nothing is said of them.'),
        isClean: z.boolean().describe('Whether nothing differs but what somebody found right.'),
        rows: z.array(
          z.object({
            vatCode: z.string().describe('The BTWCode of e-Boekhouden.nl.'),
            box: z.string().nullable().describe('The box of the Dutch VAT return, as in `1a`.'),
            stella: Sums,
            books: Sums,
            difference: Sums.describe('Stella minus the books.'),
          }),
        ),
        accounts: z
          .array(
            z.object({
              account: LedgerAccount,
              side: AccountSide,
              stella: Amount,
              books: Amount,
              difference: Amount.describe('Stella minus the books.'),
            }),
          )
          .nullable()
          .describe(
            'The same by ledger account, as each invoice was or will be booked. Null where the books were read by an ' +
              'earlier version: compare once more.',
          ),
        differences: z.array(Difference),
        icp: z
          .array(
            z.object({
              vatNumber: z.string().nullable(),
              customer: z.string(),
              goods: Amount,
              services: Amount,
            }),
          )
          .describe('For the statement of intra-community supplies, per VAT number; beside box 3b.'),
      })
      .nullable()
      .describe('Null while the books were never read for this period.'),
  })
  .meta({ id: 'Reconciliation', description: 'Stella and the books of a period side by side.' })

export const getReconciliation = read({
  id: 'getReconciliation',
  summary: 'Compare a period with the books',
  description:
    'What Stella has now against the books as they were last read: this month daily, any period on demand.',
  problems: ['period_invalid'],
  querystring: z.strictObject(Period),
  response: { 200: Reconciliation },
})

export const readReconciliation = write({
  id: 'readReconciliation',
  summary: 'Have a period of the books read now',
  description:
    'A worker reads it in pages of 500 mutations, after what is to be booked. One that is under way is enough.',
  problems: ['period_invalid', 'not_connected'],
  body: z.strictObject(Period).meta({ id: 'ReconciliationPeriod' }),
  response: { 202: z.undefined().describe('It will be done.') },
})

const DifferenceKey = z.string().min(1).max(1_000)

export const acceptDifference = write({
  id: 'acceptDifference',
  summary: 'Find a difference right',
  description: 'With the reason, which is kept. Once an amount of it changes it is another difference.',
  problems: ['not_connected'],
  body: z
    .strictObject({ key: DifferenceKey, reason: z.string().trim().min(1).max(500) })
    .meta({ id: 'DifferenceAcceptance' }),
  response: { 204: z.undefined().describe('Kept.') },
})

export const unacceptDifference = write({
  id: 'unacceptDifference',
  summary: 'Find a difference no longer right',
  description: 'Takes back what somebody said of it.',
  problems: ['not_connected'],
  body: z.strictObject({ key: DifferenceKey }).meta({ id: 'DifferenceKeyOnly' }),
  response: { 204: z.undefined().describe('Taken back.') },
})

export const getReconciliationCsv = read({
  id: 'getReconciliationCsv',
  summary: 'A comparison as CSV',
  description:
    'Each VAT code and ledger account with both sides, each difference with its sentence, and the figures per VAT number; for the file of ' +
    'the bookkeeper. In Dutch with `;` and a decimal comma.',
  problems: ['period_invalid', 'not_compared'],
  querystring: z.strictObject({ ...Period, language: z.enum(languages).optional(), format: ListFormat }),
  response: { 200: file('text/csv', 'The file.') },
})

export const getReconciliationPdf = read({
  id: 'getReconciliationPdf',
  summary: 'A comparison as PDF',
  description:
    'The same for the file: the verdict with who looked and when, each VAT code and ledger account with both sides, the ' +
    'first 500 differences with what was said of them, and the figures per VAT number. PDF/A-3a, tagged.',
  problems: ['period_invalid', 'not_compared', 'documents_waiting', 'documents_busy'],
  querystring: z.strictObject({ ...Period, language: z.enum(languages).optional() }),
  response: { 200: file('application/pdf', 'The file.') },
})

export const getCallBudget = read({
  id: 'getCallBudget',
  summary: 'What was asked of e-Boekhouden.nl this month',
  description:
    'By operation, as far as this Stella asked it: other links use the same limit. From `optionalUntil` calls of ' +
    '`GetMutaties` on only what booking needs is read.',
  problems: ['not_connected'],
  response: {
    200: z
      .object({
        month: Day.describe('Its first day.'),
        limit: z
          .int()
          .describe('Calls of `GetMutaties` a month that e-Boekhouden.nl allows an administration.'),
        optionalUntil: z.int(),
        limited: z.int().describe('Calls of `GetMutaties` so far.'),
        operations: z.array(z.object({ operation: z.string(), calls: z.int(), failed: z.int() })),
        days: z.int().describe('Days of the month that have begun.'),
      })
      .meta({ id: 'CallBudget' }),
  },
})
