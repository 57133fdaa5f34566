import type { Selectable } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'

/** The one mutation of one final invoice, and how far it is. */
export type BookingRow = Selectable<DB['bookings']>
