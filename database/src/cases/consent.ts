import { sql, type Transaction } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'

/**
 * Whether the consent of a case is in force, as of the transaction: in a query that names its table `cases`. The
 * policies of migration 0056 let the support see by the same.
 */
export const isConsentInForce = sql<boolean>`(cases.consent_until > now() and cases.consent_ended_at is null)`

/** The same of one case, for what the support does by the rights of the organization. */
export async function hasConsent(tx: Transaction<DB>, { id }: { readonly id: string }): Promise<boolean> {
  const row = await tx
    .selectFrom('cases')
    .select('id')
    .where('id', '=', id)
    .where(isConsentInForce)
    .executeTakeFirst()
  return row !== undefined
}

/** Lets the support look for so many hours from now on. Returns whether the case is open. */
export async function giveConsent(tx: Transaction<DB>, id: string, hours: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('cases')
    .set({ consent_until: hoursFromNow(hours), consent_ended_at: null })
    .where('id', '=', id)
    .where('state', '<>', 'closed')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Takes it back. Returns whether it was in force. */
export async function endConsent(tx: Transaction<DB>, id: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('cases')
    .set({ consent_ended_at: sql`clock_timestamp()` })
    .where('id', '=', id)
    .where(isConsentInForce)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** When consent that is given now ends. */
export function hoursFromNow(hours: number) {
  return sql<Date>`clock_timestamp() + make_interval(hours => ${hours}::integer)`
}
