import { z } from 'zod'
import { operationsOf } from '../openapi/operation.ts'
import { Id, IdParams, text } from '../openapi/values.ts'

const { read, write } = operationsOf('Series', 'organization')

const Pattern = text(200).describe(
  'What its numbers look like: text with `{nummer}` or `{n}` to `{nnnnnnnnn}` (as many digits at least) once, and ' +
    'where wanted `{jaar}` or `{jjjj}`, `{jj}`, `{maand}` or `{mm}`. As in `{jaar}-{nummer}` or `F{jjjj}{nnnnn}`.',
)
const RestartsYearly = z
  .boolean()
  .describe(
    'Whether each year begins at 1; then the pattern has the year in it. Else it goes on over the years.',
  )

const contentFields = {
  name: text(200).describe('What it is for, at most 60 characters.'),
  pattern: Pattern,
  restartsYearly: RestartsYearly,
}

const NextNumber = z
  .object({
    year: z.int().describe('The year whose numbers these are; 0 where the series goes on over the years.'),
    place: z.int().describe('The number without its pattern.'),
    number: z.string().describe('As it will stand on the invoice.'),
    isUsed: z.boolean().describe('Whether invoices have numbers of these: then it can only go up.'),
  })
  .meta({ id: 'NextNumber', description: 'The number that comes next; another invoice may take it first.' })

const Series = z
  .object({
    id: Id,
    name: z.string(),
    pattern: z.string(),
    restartsYearly: z.boolean(),
    isDefault: z.boolean().describe('Whether invoices that name no series are numbered in it.'),
    isForCredits: z.boolean().describe('Whether credit notes that name no series are numbered in it.'),
    isUsed: z.boolean().describe('Whether an invoice has a number of it: then its pattern stays.'),
    revision: z.int(),
    next: NextNumber,
    proposal: z
      .object({
        known: z.string().describe('The highest number of this series that the books know.'),
        place: z.int(),
        number: z.string(),
      })
      .nullable()
      .describe('Where it had better go on, because the linked books know higher numbers than it came to.'),
  })
  .meta({ id: 'Series', description: 'A series of consecutive invoice numbers.' })

const SeriesContent = z
  .strictObject({
    ...contentFields,
    isForCredits: z.boolean().default(false).describe('Makes it the series of credit notes.'),
  })
  .meta({ id: 'SeriesContent' })

export const listSeries = read({
  id: 'listSeries',
  summary: 'List the series of numbers',
  description: 'The usual one first, each with its next number of this year.',
  response: { 200: z.object({ items: z.array(Series) }).meta({ id: 'SeriesList' }) },
})

export const createSeries = write({
  id: 'createSeries',
  summary: 'Add a series of numbers',
  description: 'A series whose numbers could be the same as those of another is refused.',
  problems: ['invalid_fields'],
  response: { 201: Series },
  body: SeriesContent,
})

export const updateSeries = write({
  id: 'updateSeries',
  summary: 'Change a series of numbers',
  description:
    'Its pattern and whether it begins anew each year can change only while no invoice has a number of it. With ' +
    '`isDefault` it becomes the usual one.',
  problems: ['invalid_fields', 'changed_meanwhile'],
  response: { 200: Series },
  params: IdParams,
  body: z
    .strictObject({
      ...contentFields,
      isDefault: z.boolean().default(false),
      isForCredits: z
        .boolean()
        .optional()
        .describe('Makes it the series of credit notes, or no longer; left as it is when left out.'),
      revision: z.int().min(1).describe('The `revision` that was read.'),
    })
    .meta({ id: 'SeriesChange' }),
})

export const deleteSeries = write({
  id: 'deleteSeries',
  summary: 'Remove a series of numbers',
  description: 'Only one that no invoice has a number of and that is not the usual one.',
  problems: ['series_used'],
  response: { 204: z.undefined().describe('Removed.') },
  params: IdParams,
})

export const setNextNumber = write({
  id: 'setNextNumber',
  summary: 'Say with which number a series goes on',
  description:
    'Before the first invoice of the year it may be any number. After it only a higher one, with a reason that is ' +
    'kept in the log: numbers that were used are never given again.',
  problems: ['invalid_fields', 'books_not_compared'],
  response: { 200: Series },
  params: IdParams,
  body: z
    .strictObject({
      place: z.int().describe('The number without its pattern, as in `348`.'),
      year: z
        .int()
        .min(1980)
        .max(2049)
        .optional()
        .describe('Of a series that begins anew each year; this year if left out.'),
      reason: text(1000).nullable().default(null).describe('Why; kept in the log.'),
    })
    .meta({ id: 'NextNumberContent' }),
})

export const previewSeries = write({
  id: 'previewSeries',
  summary: 'Preview the numbers of a pattern',
  description: 'What a pattern makes, or what is wrong with it; nothing is stored.',
  response: {
    200: z
      .object({
        numbers: z.array(z.string()).describe('The next three; none while the pattern is wrong.'),
        problems: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })),
      })
      .meta({ id: 'SeriesPreview' }),
  },
  body: z
    .strictObject({ pattern: Pattern, restartsYearly: RestartsYearly, place: z.int().default(1) })
    .meta({ id: 'UnsavedSeries' }),
})
