import { importKinds, importStates, rowFates, rowOutcomes } from '@stella/database'
import { dateOrders, decimalMarks, delimiters, encodings, fileFailures, fileKinds } from '@stella/transfer'
import { z } from 'zod'
import { operationsOf } from '../openapi/operation.ts'
import { Id, IdParams, Instant, pageOf, Search, text } from '../openapi/values.ts'

const { list, read, write } = operationsOf('Imports', 'organization')

/** 512 kB, as base64. */
const LONGEST_PART = 699_052

/** The largest file: 32 MB, which is 200,000 customers. */
const LARGEST_FILE = 33_554_432

const Field = z.string().describe('A field of a customer, a product or an invoice, such as `postalCode`.')

const ImportReading = z
  .object({
    fileKind: z.enum(fileKinds),
    encoding: z.enum(encodings).nullable().describe('Null of a sheet.'),
    delimiter: z.enum(delimiters).nullable().describe('Null of a sheet.'),
    decimals: z.enum(decimalMarks),
    dates: z.enum(dateOrders).describe('In which order days are written with figures alone.'),
    program: z.string().nullable().describe('The program that made the file, where it is known.'),
    columns: z.array(
      z.object({
        title: z.string(),
        field: Field.nullable().describe('Null for a column that is left out.'),
        sample: z.string().describe('What stands first in it.'),
      }),
    ),
    vatTreatment: z
      .string()
      .nullable()
      .describe('What a product or an invoice has whose row says nothing of VAT.'),
    payment: z
      .enum(['open', 'paid'])
      .nullable()
      .describe('How an invoice stands whose row does not say what is open of it.'),
  })
  .meta({ id: 'ImportReading', description: 'How a file is read.' })

const ImportCause = z
  .object({ code: z.enum(Object.keys(fileFailures) as [string, ...string[]]), message: z.string() })
  .meta({ id: 'ImportCause', description: 'Why a file cannot be read, or why an import stands still.' })

export const Import = z
  .object({
    id: Id,
    kind: z.enum(importKinds),
    state: z.enum(importStates),
    fileName: z.string(),
    fileSize: z.int().describe('In bytes.'),
    cause: ImportCause.nullable(),
    requestedBy: z.string().nullable(),
    revision: z.int().describe('Goes up with every wish; hand it back.'),
    createdAt: Instant,
    appliedAt: Instant.nullable(),
    undoUntil: Instant.nullable().describe(
      'Until when it can be taken back; null where there is nothing to, and where it stands still.',
    ),
  })
  .meta({ id: 'Import', description: 'A file from another program, and what became of it.' })

export const ImportDetail = Import.extend({
  reading: ImportReading.nullable(),
  fields: z.array(Field).describe('The fields a column can be.'),
  takeChanges: z.boolean(),
  rowsDone: z.int().describe('How far it is, as a row of the file.'),
  counts: z
    .object({
      new: z.int(),
      same: z.int(),
      changed: z.int(),
      wrong: z.int(),
      changes: z.int().describe('Fields of known ones for which the file has another value.'),
      added: z.int(),
      updated: z.int(),
      kept: z.int().describe('Not taken back, as something was done with them.'),
      takenBack: z.int(),
    })
    .describe('Rows, by what they would become and what they became.'),
}).meta({ id: 'ImportDetail' })

const ImportOutcome = z.enum(rowOutcomes).meta({ id: 'ImportOutcome', description: 'What became of a row.' })

export const ImportRow = z
  .object({
    position: z.int().describe('The row of the file, as a spreadsheet counts.'),
    name: z.string(),
    place: z
      .string()
      .describe('The town or the e-mail address; of a product its code, of an invoice its customer.'),
    says: z.string().describe('What else the file says of it, in short.'),
    fate: z.enum(rowFates),
    outcome: ImportOutcome.nullable(),
    problems: z.array(z.object({ field: Field, value: z.string(), code: z.string(), message: z.string() })),
    changes: z.array(z.object({ field: Field, from: z.string(), to: z.string() })),
    targetId: Id.nullable().describe('The customer, product or invoice that it is, or became.'),
  })
  .meta({ id: 'ImportRow' })

export const listImports = list({
  id: 'listImports',
  summary: 'List imports',
  description: 'Of customers, of products and of invoices, the newest first.',
  page: pageOf('ImportPage', Import),
})

export const createImport = write({
  id: 'createImport',
  summary: 'Begin an import',
  description:
    'Then hand in the file in parts (`saveImportPart`) and have it read (`readImport`). Nothing is added until ' +
    '`applyImport`.',
  problems: ['too_many_imports'],
  response: { 201: ImportDetail },
  body: z.strictObject({
    kind: z.enum(importKinds),
    fileName: text(255).min(1),
    fileSize: z.int().min(1).max(LARGEST_FILE).describe('In bytes, at most 32 MB.'),
  }),
})

export const importFromBooks = write({
  id: 'importFromBooks',
  summary: 'Begin an import from e-Boekhouden.nl itself',
  description:
    'Reads the relations or the articles of the linked administration in one call. Then it is an import like any other: ' +
    'nothing is added until `applyImport`. A customer that is added, or known already, stays the relation it was.',
  problems: ['too_many_imports', 'not_connected'],
  response: { 201: ImportDetail },
  body: z.strictObject({ kind: z.enum(['customers', 'products']) }),
})

export const getImport = read({
  id: 'getImport',
  summary: 'Read an import',
  description: 'How far it is, how the file is read, and how many rows there are of each fate.',
  response: { 200: ImportDetail },
  params: IdParams,
})

export const deleteImport = write({
  id: 'deleteImport',
  summary: 'Delete an import',
  description: 'With its file and its rows. Not one that added something: that is taken back first.',
  problems: ['import_elsewhere'],
  response: { 204: z.undefined().describe('Deleted.') },
  params: IdParams,
})

export const saveImportPart = write({
  id: 'saveImportPart',
  summary: 'Hand in a part of a file',
  description: 'In order from 0, without gaps. Handed in again it takes the place of itself.',
  problems: ['invalid_fields', 'import_elsewhere'],
  response: { 204: z.undefined().describe('Kept.') },
  params: z.strictObject({ id: Id, position: z.coerce.number().int().min(0).max(63) }),
  body: z.strictObject({ content: z.string().max(LONGEST_PART).describe('Base64, of 1 to 524,288 bytes.') }),
})

export const readImport = write({
  id: 'readImport',
  summary: 'Have a file read',
  description:
    'What is left out is recognised. May be asked again with other wishes while nothing was added; what was mended in ' +
    'rows stays, but where the rows themselves come out otherwise. `fields` is kept for the next file with these columns.',
  problems: ['invalid_fields', 'import_incomplete', 'import_elsewhere', 'changed_meanwhile'],
  response: { 200: ImportDetail },
  params: IdParams,
  body: z.strictObject({
    revision: z.int().min(1),
    encoding: z.enum(encodings).optional(),
    delimiter: z.enum(delimiters).optional(),
    decimals: z.enum(decimalMarks).optional(),
    dates: z.enum(dateOrders).optional(),
    fields: z
      .array(text(40).nullable())
      .max(500)
      .optional()
      .describe('The field of each column; null to leave it out.'),
    vatTreatment: text(40)
      .nullable()
      .optional()
      .describe('What a product or an invoice has whose row says nothing of VAT.'),
    payment: z
      .enum(['open', 'paid'])
      .nullable()
      .optional()
      .describe('How an invoice stands whose row does not say what is open of it.'),
  }),
})

export const listImportRows = list({
  id: 'listImportRows',
  summary: 'List the rows of an import',
  description:
    'What is wrong first, then what changes, what is new and what is the same, each as in the file.',
  page: pageOf('ImportRowPage', ImportRow),
  filters: { importId: Id, fate: z.enum(rowFates).optional(), search: Search.optional() },
})

export const mendImportRow = write({
  id: 'mendImportRow',
  summary: 'Mend a row of an import',
  description: 'Puts something else in the place of what stands in the file, which stays as it is.',
  problems: ['invalid_fields', 'import_elsewhere'],
  response: { 200: ImportRow },
  params: z.strictObject({ id: Id, position: z.coerce.number().int().min(1) }),
  body: z.strictObject({
    cells: z.record(text(40), text(5_000)).describe('By field what is to stand there.'),
  }),
})

export const applyImport = write({
  id: 'applyImport',
  summary: 'Add what an import brings',
  description:
    'Rows that are wrong are left, or with `wholly` nothing is added while there is one. Nothing goes to ' +
    'e-Boekhouden.nl: a customer goes along with its first invoice, and an invoice of another program is never booked. ' +
    'Repeating it is harmless.',
  problems: ['import_elsewhere', 'import_has_wrong_rows', 'changed_meanwhile'],
  response: { 200: ImportDetail },
  params: IdParams,
  body: z.strictObject({
    revision: z.int().min(1),
    takeChanges: z.boolean().default(false).describe('Whether known ones get what the file says.'),
    wholly: z.boolean().default(false).describe('All rows or none.'),
  }),
})

export const undoImport = write({
  id: 'undoImport',
  summary: 'Take an import back',
  description:
    'Within seven days, or when adding stands still. What has an invoice, or was changed since, stays. Repeating it is harmless.',
  problems: ['import_elsewhere', 'import_too_old'],
  response: { 200: ImportDetail },
  params: IdParams,
})

export const resumeImport = write({
  id: 'resumeImport',
  summary: 'Go on with an import',
  description:
    'With one that stands still, because adding it or taking it back failed again and again. Repeating it is harmless.',
  problems: ['import_elsewhere'],
  response: { 200: ImportDetail },
  params: IdParams,
})
