import { ages } from '@stella/database'
import { z } from 'zod'
import { operationsOf } from '../openapi/operation.ts'
import { Amount, Day } from '../openapi/values.ts'

const { read } = operationsOf('Overview', 'organization')

export const Age = z
  .enum(ages)
  .meta({ id: 'Age', description: 'How long ago an invoice that is open was to be paid.' })

const OverviewFigures = z
  .object({
    months: z
      .array(
        z.object({
          month: z.string().describe('As in `2026-11`.'),
          net: Amount.describe('What was invoiced in it, without VAT.'),
          netBefore: Amount.describe('The same of a year before.'),
        }),
      )
      .describe('The twelve months of this year; those to come are zero.'),
    ages: z
      .array(z.object({ age: Age, count: z.int(), outstanding: Amount }))
      .describe('What customers still have to pay, with VAT, invoices with their credit notes.'),
    quarter: z
      .object({
        from: Day,
        until: Day,
        net: Amount,
        vat: Amount,
        groups: z.array(z.object({ treatment: z.string(), rate: z.string(), net: Amount, vat: Amount })),
      })
      .describe('VAT of this quarter until now, of the invoices that Stella made.'),
  })
  .meta({ id: 'OverviewFigures' })

export const getOverviewFigures = read({
  id: 'getOverviewFigures',
  summary: 'Read the figures of the overview',
  description:
    'What was invoiced each month beside the year before, what is open by its age, and the VAT of this quarter.',
  response: { 200: OverviewFigures },
})
