import { textsIn } from '@stella/texts'
import { FileFailure } from '../files/file-failure.ts'
import { readAuditFile } from '../files/read-audit-file.ts'
import { readUbl, type UblCells } from '../files/read-ubl.ts'
import { filesIn } from '../files/unfold.ts'
import type { ImportField, ImportKind } from './import-fields.ts'
import type { Columns } from './recognize-columns.ts'

/** Documents as a table: what a row has is known, and needs no titles to be recognised by. */
export type DocumentTable = {
  readonly columns: DocumentColumns
  readonly open: () => AsyncIterable<string[]>
}

/** With the name that each cell has in a document. */
type DocumentColumns = Columns & { readonly names: readonly string[] }

/** What programs put in a folder of e-invoices together. */
const MOST_UNFOLDED = { bytes: 256 * 1_048_576, ofOne: 16 * 1_048_576 }

const customerColumns = [
  'name',
  'contactName',
  'address',
  'postalCode',
  'city',
  'country',
  'email',
  'phone',
  'kvkNumber',
  'vatNumber',
] as const satisfies readonly ImportField[]

/** What an auditfile says of a customer besides. */
const postalColumns = [
  'postalAddress',
  'postalPostalCode',
  'postalCity',
  'postalCountry',
] as const satisfies readonly ImportField[]

const invoiceColumns = [
  'number',
  'customer',
  'customerKvk',
  'customerVat',
  'customerEmail',
  'date',
  'due',
  'description',
  'reference',
  'order',
  'net',
  'vat',
  'gross',
  'outstanding',
  'kind',
  'credits',
] as const satisfies readonly ImportField[]

/** By whom an e-invoice was sent: shown, so that a purchase among them is seen. */
const SUPPLIER = 'supplier'

/**
 * E-invoices in UBL, one or an archive of them, a row for each: of customers each once, as the last document that names it
 * says it. What cannot be read is a row with the name of its file, that is asked about.
 */
export function ublTable(kind: ImportKind, file: () => Promise<Buffer>, isArchive: boolean): DocumentTable {
  const columns = columnsOf(kind, kind === 'customers' ? customerColumns : invoiceColumns, {
    program: null,
    others: kind === 'invoices' ? [SUPPLIER] : [],
  })
  const documents = async function* () {
    const bytes = await file()
    if (!isArchive) yield await readUbl(bytes)
    else {
      for await (const { bytes: document, name } of filesIn(bytes, isXml, MOST_UNFOLDED))
        yield await readUbl(document).catch((error: unknown) => unread(error, name))
    }
  }
  return {
    columns,
    open: async function* () {
      yield [...columns.titles]
      if (kind === 'invoices') {
        for await (const { invoice } of documents()) yield cellsIn(columns, invoice)
      } else yield* customersOf(columns, documents())
    },
  }
}

/** An auditfile, of its customers or of its invoices; as it comes, or in an archive. */
export async function auditFileTable(
  kind: ImportKind,
  bytes: AsyncIterable<Uint8Array>,
): Promise<DocumentTable> {
  const { customers, invoices, program } = await readAuditFile(bytes)
  const columns = columnsOf(
    kind,
    kind === 'customers' ? [...customerColumns, ...postalColumns] : invoiceColumns,
    {
      program: program || null,
      others: [],
    },
  )
  const rows = kind === 'customers' ? customers : invoices
  return {
    columns,
    open: async function* () {
      yield [...columns.titles]
      for (const row of rows) yield cellsIn(columns, row)
    },
  }
}

export function isXml(name: string): boolean {
  return /\.(xml|xaf)$/i.test(name)
}

function unread(error: unknown, name: string): { invoice: UblCells; customer: UblCells } {
  if (!(error instanceof FileFailure)) throw error
  return { invoice: { customer: name }, customer: {} }
}

async function* customersOf(
  columns: DocumentColumns,
  documents: AsyncIterable<{ customer: UblCells }>,
): AsyncIterable<string[]> {
  const found = new Map<string, string[]>()
  for await (const { customer } of documents) {
    const { kvkNumber = '', name = '', vatNumber = '' } = customer
    if (name !== '') found.set(kvkNumber || vatNumber || name.toLowerCase(), cellsIn(columns, customer))
  }
  yield* found.values()
}

function columnsOf(
  kind: ImportKind,
  fields: readonly ImportField[],
  { others, program }: { program: string | null; others: readonly string[] },
): DocumentColumns {
  if (kind === 'products') throw new FileFailure('nothing_of_kind')
  const names: Partial<Record<string, string>> = textsIn('nl').screens.imports.fields
  return {
    headerRow: 1,
    titles: [...fields, ...others].map((field) => names[field] ?? field),
    fields: [...fields, ...others.map(() => null)],
    program,
    names: [...fields, ...others],
  }
}

function cellsIn({ names }: DocumentColumns, cells: UblCells): string[] {
  return names.map((name) => cells[name] ?? '')
}
