import type { Transaction, Updateable } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'

export type RelationStep = {
  id: string
  /** The books it is a relation in. */
  booksId: string
  from: string
  to: string
  /** When given, the claim it must still be under. */
  claim?: bigint
  set: Updateable<DB['relations']>
  at: Date
}

/** Takes one step of a relation, if it is still where the step starts. Returns whether it was. */
export async function changeRelation(tx: Transaction<DB>, step: RelationStep): Promise<boolean> {
  return (await changeRelationStatement(tx, step).execute()).length > 0
}

/** The same, to be carried out together with others. */
export function changeRelationStatement(tx: Transaction<DB>, step: RelationStep) {
  let query = tx
    .updateTable('relations')
    .set({ ...step.set, state: step.to, changed_at: step.at })
    .where('id', '=', step.id)
    .where('books_id', '=', step.booksId)
    .where('state', '=', step.from)
  if (step.claim !== undefined) query = query.where('claim', '=', step.claim)
  return query.returning('id')
}

/** Writes down the code that people gave a relation in the books. */
export async function followRelationCode(
  tx: Transaction<DB>,
  { relationId, booksId, code }: { relationId: string; booksId: string; code: string },
): Promise<void> {
  await tx
    .updateTable('relations')
    .set({ code })
    .where('id', '=', relationId)
    .where('books_id', '=', booksId)
    .execute()
}
