import { randomUUID } from 'node:crypto'
import {
  type ImportRow,
  inOrganization,
  insertHistory,
  nextImportRows,
  reserveNumbers,
  type StoredImport,
  saveCustomers,
  type Transaction,
  takeBack,
} from '@stella/database'
import { readPlainDate } from '@stella/invoicing'
import type { RowCells } from './import-fields.ts'
import type { ImportJob, ImportParts } from './import-work.ts'
import { cellsOfRow, type HistoryContent } from './judge-row.ts'
import { conventionsOf, type JudgedRow } from './judge-rows.ts'

/** As many rows are looked through at once. */
const ROWS_AT_ONCE = 1_000

/** Where invoices came from, as it stands with each: the program, or the file where no program is known. */
function originOf({ fileName, reading }: StoredImport): string {
  return reading?.program ?? fileName
}

/** Lets the series of Stella go on behind the numbers of a file, before its first invoice is added. */
export async function reserveNumbersOf(
  { database }: ImportParts,
  { organizationId }: ImportJob,
  found: StoredImport,
): Promise<void> {
  const given = conventionsOf(found.reading)
  for (let after: number | undefined = 0; after !== undefined; ) {
    const place: number = after
    after = await inOrganization(database, organizationId, async (tx) => {
      const wanted = { after: place, limit: ROWS_AT_ONCE, fates: ['new'] as const }
      const rows = await nextImportRows(tx, found.id, wanted)
      const numbers = rows.flatMap(({ cells, mended }) => {
        const row = { cells: cells as RowCells, mended: mended as RowCells }
        const { date = '', number = '' } = cellsOfRow('invoices', row, given)
        const invoiceDate = readPlainDate(date)
        return invoiceDate === null ? [] : [{ number, invoiceDate }]
      })
      await reserveNumbers(tx, numbers, originOf(found))
      return rows.at(-1)?.position
    })
  }
}

/**
 * Adds invoices of another program, and the customers that come along with them.
 *
 * @returns by position which invoice each became, and which customer came along with it
 */
export async function addHistory(
  tx: Transaction,
  found: StoredImport,
  rows: readonly JudgedRow[],
  at: Date,
): Promise<ReadonlyMap<number, Pick<ImportRow, 'targetId' | 'before'>>> {
  const given = rows.map(({ judged, row }) => ({
    id: randomUUID(),
    position: row.position,
    content: judged.content as HistoryContent,
  }))
  const fresh = new Map<string, { id: string; content: Customer; position: number }>()
  for (const { content, position } of given) {
    const { customer } = content
    if ('key' in customer && !fresh.has(customer.key))
      fresh.set(customer.key, { id: randomUUID(), content: customer.content, position })
  }
  await saveCustomers(tx, [...fresh.values()])
  const customerIdOf = ({ customer }: HistoryContent) =>
    'id' in customer ? customer.id : (fresh.get(customer.key)?.id ?? '')
  const invoices = given.map(({ content, id }) => ({
    id,
    customerId: customerIdOf(content),
    invoice: content.invoice,
  }))
  await insertHistory(tx, invoices, { at, origin: originOf(found) })
  const broughtBy = new Map([...fresh.values()].map(({ id, position }) => [position, id]))
  return new Map(
    given.map(({ id, position }) => {
      const customerId = broughtBy.get(position)
      return [position, { targetId: id, before: customerId === undefined ? null : { customerId } }]
    }),
  )
}

type Customer = Extract<HistoryContent['customer'], { content: unknown }>['content']

/** The revision that a customer or product begins with. */
export const FIRST_REVISION = 1

/** Takes the customers back that came along, as far as nobody changed them and nothing was built on them. */
export async function takeCustomersBack(tx: Transaction, importId: string): Promise<void> {
  for (let after: number | undefined = 0; after !== undefined; ) {
    const wanted = { after, limit: ROWS_AT_ONCE, outcomes: ['taken_back'] as const }
    const rows: ImportRow[] = await nextImportRows(tx, importId, wanted)
    const customers = rows.flatMap(({ before }) =>
      before?.customerId === undefined ? [] : [{ id: before.customerId, revision: FIRST_REVISION }],
    )
    if (customers.length > 0) await takeBack(tx, 'customers', customers)
    after = rows.at(-1)?.position
  }
}
