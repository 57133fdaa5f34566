import { z } from 'zod'
import { operationsOf } from '../openapi/operation.ts'
import { Amount, Day, Id, Instant } from '../openapi/values.ts'
import { OfferedVatTreatment } from '../vat/contract.ts'

const { read, write } = operationsOf('Mapping', 'organization')

const Code = z.string().max(40)

const contentFields = {
  debtorsAccount: Code.describe('The ledger account of what customers owe; category DEB.'),
  revenueAccount: Code.describe('The ledger account of all sales that have none of their own; category VW.'),
  byTreatment: z
    .partialRecord(OfferedVatTreatment, Code)
    .describe('Revenue accounts of those VAT treatments that have one of their own.'),
}

const MappingContent = z.strictObject(contentFields).meta({
  id: 'MappingContent',
  description:
    'The ledger accounts that sales are booked on. A product’s own account goes before that of its VAT treatment, and ' +
    'that before the usual one.',
})

const LedgerAccount = z
  .object({ code: z.string(), name: z.string() })
  .meta({ id: 'LedgerAccount', description: 'As e-Boekhouden.nl calls it.' })

const Revenue = z.object({ account: LedgerAccount, net: Amount })

const OnAccounts = z.object({ debtors: LedgerAccount, revenue: z.array(Revenue) })

const Mapping = z
  .object({
    isLinked: z.boolean(),
    books: z.string().nullable().describe('The administration it is of; null where none was ever linked.'),
    ...contentFields,
    version: z.int().describe('Goes up with every change; hand it back when changing. 0 while nobody chose.'),
    problems: z
      .array(z.object({ path: z.string(), code: z.string(), message: z.string() }))
      .describe('What was chosen and cannot be booked on by now.'),
    asksDebtors: z
      .boolean()
      .describe('Whether the books have several debtors accounts and nobody said yet which.'),
    waiting: z.int().describe('Invoices that were set aside because an account cannot be booked on.'),
    accounts: z
      .object({ debtors: z.array(LedgerAccount), revenue: z.array(LedgerAccount), readAt: Instant })
      .nullable()
      .describe(
        'What can be chosen, as the books were last asked: daily, and with every test of the connection.',
      ),
    products: z.array(
      z.object({
        id: Id,
        code: z.string().nullable(),
        description: z.string(),
        account: LedgerAccount,
        isFit: z.boolean().describe('Whether it can be booked on.'),
      }),
    ),
    history: z
      .array(z.object({ ...contentFields, version: z.int(), at: Instant, by: z.string() }))
      .describe('The newest first. Each counts for what became final after it.'),
  })
  .meta({ id: 'Mapping', description: 'Which ledger accounts of the linked books sales are booked on.' })

export const getMapping = read({
  id: 'getMapping',
  summary: 'Read on which accounts sales are booked',
  description: 'Of the linked books, or of those that were linked last: each administration has its own.',
  response: { 200: Mapping },
})

export const changeMapping = write({
  id: 'changeMapping',
  summary: 'Choose on which accounts sales are booked',
  description:
    'Counts for what becomes final from now on; what was planned before keeps its accounts, unless one of them cannot be ' +
    'booked on. Credit notes are booked on the accounts of their invoice.',
  problems: ['invalid_fields', 'not_connected', 'accounts_not_read', 'changed_meanwhile'],
  response: { 200: Mapping },
  body: z
    .strictObject({ ...contentFields, version: z.int().min(0).describe('The `version` that was read.') })
    .meta({ id: 'MappingChange' }),
})

export const tryMapping = write({
  id: 'tryMapping',
  summary: 'Show recent invoices as they would be booked on other accounts',
  description: 'The newest final invoices, on the accounts of now and on these. Nothing is stored or booked.',
  problems: ['invalid_fields', 'not_connected'],
  response: {
    200: z
      .object({
        invoices: z.array(
          z.object({
            id: Id,
            number: z.string(),
            customer: z.string(),
            date: Day,
            totalGross: Amount,
            before: OnAccounts,
            after: OnAccounts,
            isChanged: z.boolean(),
          }),
        ),
      })
      .meta({ id: 'MappingTried' }),
  },
  body: MappingContent,
})
