import { type ArticleInBooks, type RelationInBooks, readRegister } from '@stella/bookkeeping'
import { importFile, inOrganization, type StoredImport, saveImportFromBooks } from '@stella/database'
import { textsIn } from '@stella/texts'
import { FileFailure } from '../files/file-failure.ts'
import { writeCsv } from '../files/write-csv.ts'
import type { Column } from '../tables/columns.ts'
import type { ImportField } from './import-fields.ts'
import type { ImportJob, ImportParts } from './import-work.ts'

/**
 * Reads the relations or articles of the books, in one call, and keeps them as the file of the import: from there it is
 * one like any other. What an earlier run read is not read again.
 *
 * @throws FileFailure `books_not_linked`, `books_not_read`
 */
export async function fetchRegister(
  { books, database }: ImportParts,
  { importId, organizationId }: ImportJob,
  { booksId, kind }: StoredImport,
): Promise<void> {
  if (booksId === null || (await isThere(importFile(database, organizationId, importId)))) return
  if (books === undefined) throw new FileFailure('books_not_linked')
  const of = { organizationId, booksId }
  const file =
    kind === 'customers'
      ? fileOf(
          relationColumns,
          await readRegister(books, of, (registers, signal) => registers.relations(signal)),
        )
      : fileOf(
          articleColumns,
          await readRegister(books, of, (registers, signal) => registers.articles(signal)),
        )
  const bytes = await wholeOf(file)
  await inOrganization(database, organizationId, (tx) => saveImportFromBooks(tx, { importId, bytes }))
}

function fileOf<Row>(columns: Columns<Row>, read: Awaited<ReturnType<typeof readRegister<Row>>>) {
  if (read.outcome !== 'read')
    throw new FileFailure(read.outcome === 'not_connected' ? 'books_not_linked' : 'books_not_read')
  const names: Partial<Record<string, string>> = textsIn('nl').screens.imports.fields
  const titled: Column<Row>[] = Object.entries(columns).map(([field, cell]) => ({
    title: names[field] ?? field,
    cell,
  }))
  return writeCsv(titled, each(read.rows), 'nl')
}

type Columns<Row> = Readonly<Partial<Record<ImportField, (row: Row) => string>>>

const relationColumns: Columns<RelationInBooks> = {
  kind: ({ kind }) => kind,
  name: ({ name }) => name,
  contactName: ({ contactPerson }) => contactPerson,
  address: ({ address }) => address,
  postalCode: ({ postalCode }) => postalCode,
  city: ({ city }) => city,
  country: ({ country }) => country,
  email: ({ email }) => email,
  phone: ({ phone }) => phone,
  kvkNumber: ({ kvkNumber }) => kvkNumber,
  vatNumber: ({ vatNumber }) => vatNumber,
  postalAddress: ({ address2 = '' }) => address2,
  postalPostalCode: ({ postalCode2 = '' }) => postalCode2,
  postalCity: ({ city2 = '' }) => city2,
  postalCountry: ({ country2 = '' }) => country2,
  relationId: ({ id }) => String(id),
  relationCode: ({ code }) => code,
}

const articleColumns: Columns<ArticleInBooks> = {
  code: ({ code }) => code,
  description: ({ description }) => description,
  unit: ({ unit }) => unit,
  unitPrice: ({ priceExcl }) => priceExcl.replace('.', ','),
  vatTreatment: ({ vatCode }) => vatCode,
  revenueAccount: ({ ledgerAccount }) => ledgerAccount,
  isArchived: ({ isActive }) => String(!isActive),
}

async function* each<Row>(rows: readonly Row[]): AsyncIterable<Row> {
  yield* rows
}

async function isThere(parts: AsyncIterable<Uint8Array>): Promise<boolean> {
  for await (const _ of parts) return true
  return false
}

async function wholeOf(parts: AsyncIterable<string | Uint8Array>): Promise<Uint8Array> {
  const all: Buffer[] = []
  for await (const part of parts) all.push(Buffer.from(part as string))
  return Buffer.concat(all)
}
