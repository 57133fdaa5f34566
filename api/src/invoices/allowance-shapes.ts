import { allowanceKinds } from '@stella/invoicing'
import { z } from 'zod'
import { Amount, text } from '../openapi/values.ts'

/** Of a line, and of the whole. */
const allowanceFields = {
  kind: z
    .enum(allowanceKinds)
    .default('allowance')
    .describe('An `allowance` is a discount, a `charge` is put on.'),
  reason: text(1000)
    .nullable()
    .default(null)
    .describe('Why, as it is printed. At most 100 characters; null for the word itself.'),
  percentage: z
    .string()
    .max(40)
    .nullable()
    .default(null)
    .describe('A decimal above zero with at most four decimals, as in `10`; of a discount at most `100`.'),
  amount: z
    .string()
    .max(40)
    .nullable()
    .default(null)
    .describe(
      'Euros above zero, with or without VAT as the prices are. A percentage or an amount, not both.',
    ),
}

const vatFields = {
  vatTreatment: z
    .string()
    .max(40)
    .nullable()
    .default(null)
    .describe('The one it falls under; null to spread it over the rates of the lines, in proportion.'),
  vatRate: z.string().max(40).nullable().default(null).describe('As of a line.'),
}

export const LineAllowance = z.strictObject(allowanceFields).meta({ id: 'LineAllowanceContent' })
export const DocumentAllowance = z
  .strictObject({ ...allowanceFields, ...vatFields })
  .meta({ id: 'DocumentAllowanceContent' })

/** As an invoice answers it. */
export const ShownAllowance = {
  kind: z.enum(allowanceKinds),
  reason: z.string().nullable(),
  percentage: z.string().nullable(),
  amount: Amount.nullable().describe('As it was entered; null of a percentage.'),
  comesTo: Amount.describe('What it comes to, in the sign of what it is taken off or put on.'),
}
