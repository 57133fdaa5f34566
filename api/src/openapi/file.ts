import { z } from 'zod'
import { listFormats } from '../http/list-file.ts'

/** The answer of an operation that gives a file instead of JSON. */
export const file = (type: string, description: string) => ({
  description,
  content: { [type]: { schema: z.string().meta({ format: 'binary' }) } },
})

/** As what a list is taken out. */
export const ListFormat = z
  .enum(listFormats)
  .optional()
  .describe(
    '`csv` when left out; `xlsx` for Excel, with amounts and days as such, as `application/vnd.openxmlformats-officedocument.spreadsheetml.sheet`.',
  )
