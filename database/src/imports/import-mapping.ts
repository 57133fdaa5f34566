import { sql, type Transaction } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'
import type { ImportKind } from './import-states.ts'

type Fields = readonly (string | null)[]

/** Which field somebody chose for each column of an earlier file with the same columns. */
export async function findImportMapping(
  tx: Transaction<DB>,
  kind: ImportKind,
  columnsHash: Uint8Array,
): Promise<Fields | null> {
  const row = await tx
    .selectFrom('import_mappings')
    .select('fields')
    .where('kind', '=', kind)
    .where('columns_hash', '=', Buffer.from(columnsHash))
    .executeTakeFirst()
  return (row?.fields as Fields | undefined) ?? null
}

/** Keeps it for the next file with these columns. */
export async function saveImportMapping(
  tx: Transaction<DB>,
  { columnsHash, fields, kind }: { kind: ImportKind; columnsHash: Uint8Array; fields: Fields },
): Promise<void> {
  const json = sql<string>`${JSON.stringify(fields)}::jsonb`
  await tx
    .insertInto('import_mappings')
    .values({ kind, columns_hash: Buffer.from(columnsHash), fields: json })
    .onConflict((conflict) =>
      conflict.columns(['organization_id', 'kind', 'columns_hash']).doUpdateSet({ fields: json }),
    )
    .execute()
}
