import { type PlainDate, parsePlainDate } from '@stella/invoicing'
import { type Selectable, sql, type Transaction } from 'kysely'
import pg from 'pg'
import { DatabaseError } from '../errors/database-error.ts'
import type { Database } from '../pools/open-database.ts'
import type { DB, Exports } from '../schema/schema.generated.ts'
import { inOrganization } from '../transactions/in-organization.ts'

/** `making`: it is being made; `ready`: it can be fetched; `failed`: it could not be made. */
export const exportStates = ['making', 'ready', 'failed'] as const
type ExportState = (typeof exportStates)[number]

/** How long an archive is kept. */
export const EXPORT_KEPT_DAYS = 7

export interface StoredExport {
  readonly id: string
  readonly from: PlainDate
  readonly until: PlainDate
  readonly withDocuments: boolean
  readonly language: 'nl' | 'en'
  readonly state: ExportState
  readonly invoicesDone: number
  readonly invoicesTotal: number
  /** In bytes; null until it is ready. */
  readonly size: bigint | null
  readonly requestedBy: string | null
  readonly createdAt: Date
  readonly expiresAt: Date | null
}

/**
 * Adds an archive that is to be made.
 *
 * @throws DatabaseError `export_under_way` while another of the organization is being made
 */
export async function saveExport(
  tx: Transaction<DB>,
  wish: Pick<StoredExport, 'from' | 'until' | 'withDocuments' | 'language' | 'requestedBy'> & { at: Date },
): Promise<StoredExport> {
  const row = await tx
    .insertInto('exports')
    .values({
      from_day: wish.from,
      until_day: wish.until,
      with_documents: wish.withDocuments,
      language: wish.language,
      requested_by: wish.requestedBy,
      created_at: wish.at,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
    .catch((error: unknown): never => {
      const isSecond = error instanceof pg.DatabaseError && error.constraint === 'exports_being_made'
      throw isSecond ? new DatabaseError('export_under_way', {}, { cause: error }) : error
    })
  return exportOf(row)
}

export async function findExport(tx: Transaction<DB>, id: string): Promise<StoredExport | undefined> {
  const row = await tx.selectFrom('exports').selectAll().where('id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : exportOf(row)
}

/** Those that there are, the newest first; they go after a week, so they are few. */
export async function listExports(tx: Transaction<DB>): Promise<StoredExport[]> {
  const rows = await tx.selectFrom('exports').selectAll().orderBy('ordinal', 'desc').limit(50).execute()
  return rows.map(exportOf)
}

/** Notes how far an archive is, while it is being made; false once it is not any more. */
export async function changeExport(
  tx: Transaction<DB>,
  id: string,
  change: Partial<Pick<StoredExport, 'state' | 'invoicesDone' | 'invoicesTotal' | 'size' | 'expiresAt'>>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('exports')
    .set({
      ...(change.state && { state: change.state }),
      ...(change.invoicesDone !== undefined && { invoices_done: change.invoicesDone }),
      ...(change.invoicesTotal !== undefined && { invoices_total: change.invoicesTotal }),
      ...(change.size !== undefined && { size: change.size }),
      ...(change.expiresAt !== undefined && { expires_at: change.expiresAt }),
    })
    .where('id', '=', id)
    .where('state', '=', 'making')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Takes an archive away with all its parts; returns whether there was one. */
export async function deleteExport(tx: Transaction<DB>, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx.deleteFrom('exports').where('id', '=', id).executeTakeFirst()
  return numDeletedRows > 0n
}

/** Keeps the next part of an archive. */
export async function saveExportPart(
  tx: Transaction<DB>,
  { bytes, exportId, position }: { exportId: string; position: number; bytes: Uint8Array },
): Promise<void> {
  await tx
    .insertInto('export_parts')
    .values({ export_id: exportId, position, bytes: Buffer.from(bytes) })
    .execute()
}

/** Forgets what was made before it broke off. */
export async function deleteExportParts(tx: Transaction<DB>, exportId: string): Promise<void> {
  await tx.deleteFrom('export_parts').where('export_id', '=', exportId).execute()
}

/** The archive, a part at a time, each in a transaction of its own. */
export async function* exportFile(
  database: Database,
  organizationId: string,
  exportId: string,
): AsyncIterable<Uint8Array> {
  for (let position = 0; ; position += 1) {
    const part = await inOrganization(database, organizationId, (tx) =>
      tx
        .selectFrom('export_parts')
        .select('bytes')
        .where('export_id', '=', exportId)
        .where('position', '=', position)
        .executeTakeFirst(),
    )
    if (part === undefined) return
    yield part.bytes
  }
}

/** One booking of the invoices of a period, as it stands in the books. */
export interface ExportedBooking {
  readonly invoiceNumber: string
  readonly reference: string
  readonly state: string
  readonly mutationNumber: bigint | null
  readonly bookedAt: Date | null
  readonly verifiedAt: Date | null
}

/** The bookings of the invoices of a period, in their order, a page at a time. */
export async function bookingsOfPeriod(
  tx: Transaction<DB>,
  { after, from, until, limit }: { from: PlainDate; until: PlainDate; after: bigint; limit: number },
): Promise<(ExportedBooking & { readonly ordinal: bigint })[]> {
  return tx
    .selectFrom('bookings')
    .innerJoin('invoices', (join) =>
      join
        .onRef('invoices.organization_id', '=', 'bookings.organization_id')
        .onRef('invoices.id', '=', 'bookings.invoice_id'),
    )
    .where(sql<boolean>`invoices.invoice_date between ${from}::date and ${until}::date`)
    .where('bookings.ordinal', '>', after)
    .select([
      'bookings.ordinal',
      'bookings.invoice_number as invoiceNumber',
      'bookings.reference',
      'bookings.state',
      'bookings.mutation_number as mutationNumber',
      'bookings.booked_at as bookedAt',
      'bookings.verified_at as verifiedAt',
    ])
    .orderBy('bookings.ordinal')
    .limit(limit)
    .execute()
}

function exportOf(row: Selectable<Exports>): StoredExport {
  const state = exportStates.find((known) => known === row.state)
  if (state === undefined) throw new RangeError(`Export ${row.id} is in an unknown state.`)
  return {
    id: row.id,
    from: parsePlainDate(row.from_day),
    until: parsePlainDate(row.until_day),
    withDocuments: row.with_documents,
    language: row.language as StoredExport['language'],
    state,
    invoicesDone: row.invoices_done,
    invoicesTotal: row.invoices_total,
    size: row.size,
    requestedBy: row.requested_by,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
  }
}
