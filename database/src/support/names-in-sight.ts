import { sql, type Transaction } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'

/** The name of the organization of `organization.id`; null without consent for anything of it. */
export const organizationName = sql<string | null>`(
  select organization_name from names_in_sight(organization.id, null, null))`

/** What stands in a booking and a relation that only consent lets the support desk see; null where there is none. */
export interface NamesInSight {
  /** What stands in the field Boekstuk of the mutation. */
  readonly reference: string | null
  readonly mutationNumber: bigint | null
  /** Whether a mutation could be planned; null where that is not to be seen. */
  readonly isPlanned: boolean | null
  readonly relationCode: string | null
}

const nothing: NamesInSight = { reference: null, mutationNumber: null, isPlanned: null, relationCode: null }

/** For the role of the support desk: what consent lets it see of a booking and its relation, or of a relation. */
export async function namesInSight(
  tx: Transaction<DB>,
  of: { organizationId: string; bookingId: string | null; relationId: string | null },
): Promise<NamesInSight> {
  const { rows } = await sql<NamesInSight>`
    select reference, mutation_number as "mutationNumber", is_planned as "isPlanned", relation_code as "relationCode"
    from names_in_sight(${of.organizationId}::uuid, ${of.bookingId}::uuid, ${of.relationId}::uuid)`.execute(
    tx,
  )
  return rows[0] ?? nothing
}

/** The names of organizations by id; of those alone that consented that something of them is looked at. */
export async function organizationNames(
  tx: Transaction<DB>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('accounts.organization as organization')
    .select(['organization.id', organizationName.as('name')])
    .where('organization.id', 'in', ids)
    .execute()
  return new Map(rows.flatMap(({ id, name }) => (name === null ? [] : [[id, name] as const])))
}
