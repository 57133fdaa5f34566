import type { StoredImport } from '@stella/database'
import { formatAmount, readAmount as readCents, sumOf } from '@stella/invoicing'
import { decimalMarks, readAmount } from './decimals.ts'
import type { ImportField, RowCells } from './import-fields.ts'

/** What is added up over the lines of an invoice. */
const added: readonly ImportField[] = ['net', 'vat', 'gross']

/**
 * Some programs hand out a row for each line of an invoice, with the amounts of that line; they are known by a column of
 * quantities. Rows after one another with one number are one invoice then.
 *
 * @returns the row before with this one added; null where this one is something by itself, or cannot be added
 */
export function joinLine(
  { kind, reading }: Pick<StoredImport, 'kind' | 'reading'>,
  before: RowCells,
  row: RowCells,
): RowCells | null {
  const number = (row.number ?? '').trim()
  if (kind !== 'invoices' || !('quantity' in row) || number === '' || number !== (before.number ?? '').trim())
    return null
  if ((['date', 'customer'] as const).some((field) => (row[field] ?? '') !== (before[field] ?? '')))
    return null
  const mark = decimalMarks.find((known) => known === reading?.decimals) ?? 'comma'
  const sums = added
    .filter((field) => field in row)
    .map((field) => {
      const amounts = [before[field] ?? '', row[field] ?? ''].map((text) => readCents(readAmount(text, mark)))
      const [one, other] = amounts
      if (one === null || other === null || one === undefined || other === undefined) return null
      const sum = formatAmount(sumOf([one, other]))
      return [field, mark === 'comma' ? sum.replace('.', ',') : sum] as const
    })
  const known = sums.filter((sum) => sum !== null)
  return known.length < sums.length ? null : { ...before, ...Object.fromEntries(known) }
}
