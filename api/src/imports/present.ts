import { type ImportCounts, type ImportRow, type StoredImport, UNDO_WITHIN_DAYS } from '@stella/database'
import { type Language, textsIn } from '@stella/texts'
import { type FileFailureCode, fieldsOfRelation, importFields, wordsIn } from '@stella/transfer'
import type { z } from 'zod'
import { fieldProblems } from '../http/problem-of.ts'
import type * as contract from './contract.ts'

const DAY_MS = 86_400_000

/** Until when an import can be taken back; null where there is nothing to take back. */
export function undoUntil({ appliedAt, state }: StoredImport): Date | null {
  if (state !== 'applied' || appliedAt === null) return null
  return new Date(appliedAt.getTime() + UNDO_WITHIN_DAYS * DAY_MS)
}

export function presentImport(found: StoredImport, language: Language): z.infer<typeof contract.Import> {
  return {
    id: found.id,
    kind: found.kind,
    state: found.state,
    fileName: found.fileName,
    fileSize: found.fileSize,
    cause:
      found.cause === null
        ? null
        : { code: found.cause, message: textsIn(language).importCauses[found.cause as FileFailureCode] },
    requestedBy: found.requestedBy,
    revision: found.revision,
    createdAt: found.createdAt.toISOString(),
    appliedAt: found.appliedAt?.toISOString() ?? null,
    undoUntil: undoUntil(found)?.toISOString() ?? null,
  }
}

type Detail = z.infer<typeof contract.ImportDetail>

export function presentImportDetail(found: StoredImport, counts: ImportCounts, language: Language): Detail {
  const { reading } = found
  return {
    ...presentImport(found, language),
    // Written by the reader, whose words the contract lists.
    reading:
      reading &&
      ({
        fileKind: reading.fileKind,
        encoding: reading.encoding,
        delimiter: reading.delimiter,
        decimals: reading.decimals,
        dates: reading.dates ?? 'day_first',
        program: reading.program,
        columns: reading.titles.map((title, at) => ({
          title,
          field: reading.fields[at] ?? null,
          sample: reading.samples[at] ?? '',
        })),
        vatTreatment: reading.vatTreatment,
        payment: reading.payment ?? null,
      } as Detail['reading']),
    fields: importFields[found.kind].filter(
      (field) => found.booksId !== null || !(fieldsOfRelation as readonly string[]).includes(field),
    ),
    takeChanges: found.takeChanges,
    rowsDone: found.rowsDone,
    counts,
  }
}

/** What tells a customer, a product or an invoice most, besides its name. */
const inShort = [
  'address',
  'email',
  'kvkNumber',
  'unitPrice',
  'unit',
  'vatTreatment',
  'date',
  'gross',
  'outstanding',
  'payment',
]

export function presentImportRow(row: ImportRow, language: Language): z.infer<typeof contract.ImportRow> {
  const words: Partial<Record<string, Readonly<Record<string, string>>>> = wordsIn(language)
  const said = { ...row.cells, ...row.mended }
  const shown = (field: string, text: string) => words[field]?.[text] ?? text
  return {
    position: row.position,
    name: row.name,
    place: row.place,
    says: inShort
      .map((field) => said[field]?.trim() ?? '')
      .filter((text) => text !== '' && text !== row.place)
      .join(', '),
    fate: row.fate,
    outcome: row.outcome,
    problems: row.problems.flatMap(({ code, field, limit }) =>
      fieldProblems(
        [{ path: field, code, ...(limit === undefined ? {} : { parameters: { limit } }) }],
        language,
      ).map(({ message }) => ({ field, value: said[field] ?? '', code, message })),
    ),
    changes: row.changes.map(({ field, from, to }) => ({
      field,
      from: shown(field, from),
      to: shown(field, to),
    })),
    targetId: row.targetId,
  }
}
