import { z } from 'zod'

// The shapes that every resource shares. Amounts are decimal strings, so that no reader loses a cent to
// floating point; dates are plain days; instants carry their zone.

export const Id = z
  .uuid()
  .meta({ description: 'A UUID.', examples: ['018f6b1e-7a52-7c3a-9d0b-3f6a2c1b4d5e'] })
export const IdParams = z.strictObject({ id: Id })

export const Amount = z
  .string()
  .meta({ id: 'Amount', description: 'An amount in euros with two decimals.', examples: ['1234.56'] })

export const Day = z.string().meta({ id: 'Day', description: 'A day, YYYY-MM-DD.', examples: ['2026-11-22'] })

export const Instant = z.string().meta({
  id: 'Instant',
  description: 'An instant, ISO 8601 in UTC.',
  examples: ['2026-11-22T14:31:05.000Z'],
})

export const Cursor = z
  .string()
  .max(1_500)
  .describe('`nextCursor` of the page before; leave it out for the first page.')

export const Limit = z.coerce.number().int().min(1).max(200).default(50).describe('Rows on a page.')

export const Search = z.string().max(200).describe('Words to search for, in any order and case.')

/** A page of a list; `id` is its name in the documentation. */
export function pageOf<Item extends z.ZodType>(id: string, item: Item) {
  const page = z.object({
    items: z.array(item),
    nextCursor: z
      .string()
      .nullable()
      .describe('Hand it back as `cursor` for the next page; null on the last.'),
  })
  return page.meta({ id })
}

/** A sentence of at most `max` characters; content is judged by the domain, which trims it. */
export function text(max: number) {
  return z.string().max(max)
}
