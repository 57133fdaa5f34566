import { z } from 'zod'

/** A form shows no more, and a body that is wrong everywhere must not cost more than one that is right. */
export const mostFields = 100

/** One wrong field of a request; `path` is dotted, list positions are numbers: `lines.0.quantity`. */
export const FieldProblem = z
  .object({
    path: z.string().describe('Where the field stands in the request body, as in `lines.0.quantity`.'),
    code: z.string().describe('A stable code, as in `required`, `too_long` or `date_out_of_range`.'),
    message: z.string().describe('What is wrong and how to mend it, in the language of the request.'),
  })
  .meta({ id: 'FieldProblem', description: 'One field of the request that was refused.' })

/** The body of every answer of 400 and above, RFC 9457. */
export const Problem = z
  .object({
    type: z.string().describe('A URI for this kind of problem; its anchor in the documentation.'),
    title: z.string().describe('The problem in a few words, in the language of the request.'),
    status: z.int().describe('The HTTP status, repeated.'),
    code: z.string().describe('A stable code out of the closed table of errors.'),
    detail: z.string().describe('A full sentence that says what to do.'),
    fields: z
      .array(FieldProblem)
      .optional()
      .describe(`The fields that were refused, if it is about fields: the first ${mostFields}.`),
    invoiceId: z.uuid().optional().describe('The invoice it is about, where that helps: `already_final`.'),
  })
  .meta({ id: 'Problem', description: 'Why a request was refused (RFC 9457, application/problem+json).' })

export type Problem = z.infer<typeof Problem>
export type FieldProblem = z.infer<typeof FieldProblem>
