import { type DatedRate, parsePlainDate, ratedTreatments, readVatRate } from '@stella/invoicing'
import type { Transaction } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'

/**
 * The rates of the law with their days, as they stand in the database. They are the same for every organization;
 * whoever runs Stella adds a row when the law changes.
 */
export async function listVatRates(tx: Transaction<DB>): Promise<DatedRate[]> {
  const rows = await tx.selectFrom('vat_rates').selectAll().orderBy('treatment').orderBy('from_day').execute()
  return rows.map(({ treatment, rate, from_day, until_day }) => {
    const read = readVatRate(rate)
    const rated = ratedTreatments.find((known) => known === treatment)
    if (rated === undefined || read === null) throw new RangeError(`Not a rate: ${treatment} ${rate}.`)
    const until = until_day === null ? null : parsePlainDate(until_day)
    return { treatment: rated, rate: read, from: parsePlainDate(from_day), until }
  })
}
