import type { Readable } from 'node:stream'
import {
  activitiesAfter,
  bookingsOfPeriod,
  type Database,
  findAttachmentFiles,
  findInvoice,
  inOrganization,
  listCustomers,
  listInvoices,
  listProducts,
  type StoredExport,
  type Transaction,
} from '@stella/database'
import type { Typesetting } from '@stella/documents'
import { ZERO } from '@stella/invoicing'
import { textsIn } from '@stella/texts'
import { writeCsv } from '../files/write-csv.ts'
import { allPages } from '../tables/all-pages.ts'
import type { Column } from '../tables/columns.ts'
import { exportIndex } from './export-index.ts'
import { type ExportedInvoice, type ExportedLine, exportTables, type TableName } from './export-tables.ts'
import { documentsOf } from './invoice-documents.ts'
import { type Entry, entryOf, zipOf } from './zip-entries.ts'

export type ArchiveParts = {
  /** Role `stella_app`. */
  readonly database: Database
  readonly typesetting: Typesetting
}

/**
 * Everything of an organization and a period as one archive, written while it is read: an entry is begun when the one
 * before it is out, so that memory does not depend on how much there is.
 *
 * @param onInvoice told after each invoice whose documents are in it
 */
export function writeArchive(
  parts: ArchiveParts,
  organization: { readonly id: string; readonly name: string },
  wish: StoredExport,
  onInvoice: () => void,
): Readable {
  return zipOf(entriesOf(parts, organization, wish, onInvoice))
}

async function* entriesOf(
  { database, typesetting }: ArchiveParts,
  organization: { readonly id: string; readonly name: string },
  wish: StoredExport,
  onInvoice: () => void,
): AsyncIterable<Entry> {
  const { language } = wish
  const own = <Result>(work: (tx: Transaction) => Promise<Result>) =>
    inOrganization(database, organization.id, work)
  const columns = exportTables(language)
  const { exports: words } = textsIn(language)
  const counts: Record<TableName, number> = {
    customers: 0,
    products: 0,
    invoices: 0,
    lines: 0,
    bookings: 0,
    log: 0,
  }
  const table = <Row>(name: TableName, its: readonly Column<Row>[], rows: AsyncIterable<Row>): Entry => ({
    name: `${words.tables[name].file}.csv`,
    content: async () =>
      writeCsv(
        its,
        counted(rows, () => (counts[name] += 1)),
        language,
      ),
  })
  const { from, until } = wish
  const invoices = () => invoicesOf(own, wish)
  yield table(
    'customers',
    columns.customers,
    bothOf((archived, page) => own((tx) => listCustomers(tx, { archived, ...page }))),
  )
  yield table(
    'products',
    columns.products,
    bothOf((archived, page) => own((tx) => listProducts(tx, { archived, ...page }))),
  )
  yield table('invoices', columns.invoices, invoices())
  yield table('lines', columns.lines, linesOf(invoices()))
  yield table(
    'bookings',
    columns.bookings,
    following(
      (after) => own((tx) => bookingsOfPeriod(tx, { from, until, after, limit: 500 })),
      (row) => row.ordinal,
    ),
  )
  yield table('log', columns.log, logOf(own, wish))
  if (wish.withDocuments) {
    for await (const invoice of invoices()) {
      // The documents of an old invoice are where it was made.
      if (invoice.state !== 'final' || invoice.origin !== null) continue
      yield* await documentsOf({ database, typesetting }, organization.id, invoice, words.folder)
      for (const file of await own((tx) => findAttachmentFiles(tx, invoice.id)))
        yield entryOf(
          `${words.attachments}/${invoice.number.replaceAll('/', '-')}/${file.name}`,
          Buffer.from(file.data),
        )
      onInvoice()
    }
  }
  yield entryOf(words.index, Buffer.from(exportIndex(wish, organization.name, counts)))
}

type Own = <Result>(work: (tx: Transaction) => Promise<Result>) => Promise<Result>

/** The invoices of a period with their lines, drafts among them. */
async function* invoicesOf(own: Own, { from, until }: StoredExport): AsyncIterable<ExportedInvoice> {
  for await (const { id, outstanding } of allPages((page) =>
    own((tx) => listInvoices(tx, { from, until, ...page })),
  )) {
    const invoice = await own((tx) => findInvoice(tx, id))
    // A draft may go while the rest is written.
    if (invoice === undefined) continue
    const isPart = invoice.state === 'final' && invoice.credits !== null
    yield { ...invoice, outstanding: invoice.state === 'draft' || isPart ? ZERO : outstanding }
  }
}

async function* linesOf(invoices: AsyncIterable<ExportedInvoice>): AsyncIterable<ExportedLine> {
  for await (const invoice of invoices) {
    for (const at of invoice.lines.keys()) yield { invoice, at }
  }
}

async function* logOf(own: Own, { from, until }: StoredExport) {
  const entries = following(
    (after) => own((tx) => activitiesAfter(tx, after, 500)),
    ({ position }) => position,
  )
  for await (const entry of entries) {
    const day = dayInAmsterdam.format(entry.at)
    if (day >= from && day <= until) yield entry
  }
}

/** Days of the log are those of the Netherlands, as on the screens; the Swedish write them as ISO does. */
const dayInAmsterdam = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' })

/** Those in the list, then those in the archive. */
async function* bothOf<Row>(
  readPage: (
    archived: boolean,
    page: { cursor?: string; limit: number },
  ) => Promise<{ items: readonly Row[]; nextCursor: string | null }>,
): AsyncIterable<Row> {
  for (const archived of [false, true]) yield* allPages((page) => readPage(archived, page))
}

/** Rows that are read after the place of the last one. */
async function* following<Row>(
  readAfter: (place: bigint) => Promise<readonly Row[]>,
  placeOf: (row: Row) => bigint,
): AsyncIterable<Row> {
  let place = 0n
  for (;;) {
    const rows = await readAfter(place)
    const last = rows.at(-1)
    if (last === undefined) return
    yield* rows
    place = placeOf(last)
  }
}

async function* counted<Row>(rows: AsyncIterable<Row>, count: () => void): AsyncIterable<Row> {
  for await (const row of rows) {
    count()
    yield row
  }
}
