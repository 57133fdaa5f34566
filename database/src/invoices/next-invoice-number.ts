import { formatInvoiceNumber, type PlainDate, seriesOf } from '@stella/invoicing'
import type { Transaction } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'

/**
 * The number an invoice of this date would get if it were made final now. Nothing is drawn or locked: another
 * invoice may take it first.
 */
export async function nextInvoiceNumber(tx: Transaction<DB>, invoiceDate: PlainDate): Promise<string> {
  const series = seriesOf(invoiceDate)
  const row = await tx
    .selectFrom('invoice_series')
    .select('last_number')
    .where('year', '=', Number(series))
    .executeTakeFirst()
  return formatInvoiceNumber(series, (row?.last_number ?? 0) + 1)
}
