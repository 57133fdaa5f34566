import type { Selectable } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'

/** A customer as it stands, or will stand, in the books. */
export type RelationRow = Selectable<DB['relations']>
