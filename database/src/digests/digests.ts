import { type Kysely, sql, type Transaction } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'

export type Morning = {
  readonly at: Date
  /** From when on people are told once more; see mail/src/digests/morning.ts. */
  readonly morning: Date
}

/** The organizations whose people are to be told now; the function in the migrations says which. Role `stella_mail`. */
export async function organizationsToTell(
  kysely: Kysely<DB>,
  { at, morning, limit }: Morning & { limit: number },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select organizations_to_tell(${at}, ${morning}, ${limit}) as id
  `.execute(kysely)
  return rows.map(({ id }) => id)
}

/** Writes down that the transaction's organization is told; false where it was told this morning already. */
export async function takeDigest(tx: Transaction<DB>, { at, morning }: Morning): Promise<boolean> {
  const taken = await tx
    .insertInto('digests')
    .values({ told_at: at })
    .onConflict((conflict) =>
      conflict.column('organization_id').doUpdateSet({ told_at: at }).where('digests.told_at', '<', morning),
    )
    .returning('told_at')
    .executeTakeFirst()
  return taken !== undefined
}
