import { z } from 'zod'
import { Id, text } from '../openapi/values.ts'
import { Invoice, Totals } from './shapes.ts'

// The shapes of crediting an invoice; the operations stand in contract.ts.

export const CreditContent = z
  .strictObject({
    lines: z
      .array(
        z.strictObject({
          position: z
            .int()
            .min(0)
            .max(1000)
            .describe('The place of the line on the invoice; the first is 0.'),
          quantity: z.string().max(40).describe('How much of it, in the sign of the line itself.'),
        }),
      )
      .max(1000)
      .nullable()
      .default(null)
      .describe('Null for all that is left.'),
    invoiceDate: z.string().max(40).nullable().default(null).describe('YYYY-MM-DD; today if left out.'),
    description: text(5000).default('').describe('Why; stands on the credit note.'),
    seriesId: z
      .uuid()
      .nullable()
      .default(null)
      .describe('The series of numbers; null for that of the credit note before, or else the usual one.'),
    again: z.boolean().default(false).describe('Whether a draft with the same content is to be made too.'),
  })
  .meta({ id: 'CreditContent' })

export const Credited = z
  .object({ creditNote: Invoice, draft: Invoice.nullable().describe('With `again`: the new draft.') })
  .meta({ id: 'Credited' })

export const CreditPreview = z
  .object({
    totals: Totals.nullable().describe('What the credit note would come to; null when it cannot be made.'),
    number: z.string().nullable().describe('The number it would get.'),
    seriesId: Id.nullable().describe('The series it would be numbered in.'),
    waits: z
      .string()
      .nullable()
      .describe('Why its booking would wait, in the language of the request; null when it would not.'),
    problems: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })),
  })
  .meta({ id: 'CreditPreview' })
