import { z } from 'zod'

/** The answer of an operation that gives a file instead of JSON. */
export const file = (type: string, description: string) => ({
  description,
  content: { [type]: { schema: z.string().meta({ format: 'binary' }) } },
})
