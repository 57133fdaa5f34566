import { sql, type Transaction } from 'kysely'
import type { Database } from '../pools/open-database.ts'
import type { DB } from '../schema/schema.generated.ts'
import { inOrganization } from '../transactions/in-organization.ts'

/** Keeps a part of a file that comes in; sent again it takes the place of itself. False once the file is there. */
export async function saveImportPart(
  tx: Transaction<DB>,
  { bytes, importId, position }: { importId: string; position: number; bytes: Uint8Array },
): Promise<boolean> {
  const { rows } = await sql`
    insert into import_file_parts (import_id, position, bytes)
    select id, ${position}::integer, ${Buffer.from(bytes)}::bytea from imports where id = ${importId} and state = 'receiving'
    on conflict (organization_id, import_id, position) do update set bytes = excluded.bytes
    returning position`.execute(tx)
  return rows.length > 0
}

/** Keeps what was read from the books as the file of an import, once: what is there already stays. */
export async function saveImportFromBooks(
  tx: Transaction<DB>,
  { bytes, importId }: { importId: string; bytes: Uint8Array },
): Promise<void> {
  for (let position = 0; position * PART_BYTES < bytes.length; position += 1) {
    const part = Buffer.from(bytes.subarray(position * PART_BYTES, (position + 1) * PART_BYTES))
    await sql`
      insert into import_file_parts (import_id, position, bytes)
      select id, ${position}::integer, ${part}::bytea from imports
      where id = ${importId} and state = 'reading' and books_id is not null
      on conflict do nothing`.execute(tx)
  }
  await tx.updateTable('imports').set({ file_size: bytes.length }).where('id', '=', importId).execute()
}

/** As much as a part of a file may hold. */
const PART_BYTES = 524_288

/** How much of a file is there without a gap. */
export async function receivedOf(tx: Transaction<DB>, importId: string): Promise<number> {
  const { size } = await tx
    .selectFrom('import_file_parts')
    .where('import_id', '=', importId)
    .select(
      sql<number>`case when count(*) = coalesce(max(position), -1) + 1
        then coalesce(sum(octet_length(bytes)), 0) else 0 end::int`.as('size'),
    )
    .executeTakeFirstOrThrow()
  return size
}

/** The file as it came in, a part at a time, each in a transaction of its own. */
export async function* importFile(
  database: Database,
  organizationId: string,
  importId: string,
): AsyncIterable<Uint8Array> {
  for (let position = 0; ; position += 1) {
    const part = await inOrganization(database, organizationId, (tx) =>
      tx
        .selectFrom('import_file_parts')
        .select('bytes')
        .where('import_id', '=', importId)
        .where('position', '=', position)
        .executeTakeFirst(),
    )
    if (part === undefined) return
    yield part.bytes
  }
}

/** The file is no longer needed: what it held is in Stella, or is not wanted. */
export async function deleteImportFile(tx: Transaction<DB>, importId: string): Promise<void> {
  await tx.deleteFrom('import_file_parts').where('import_id', '=', importId).execute()
}
