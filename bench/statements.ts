import { sql } from 'kysely'
import type { Figure } from './figure.ts'
import type { Office } from './office.ts'
import { makeFinal } from './throughput.ts'

/**
 * R12: what the worker asks of PostgreSQL for each invoice of a long row: statements, begin and commit among them,
 * and transactions that write, by the numbers that PostgreSQL gives them.
 *
 * @param office that counts statements
 */
export async function statementsPerInvoice(
  office: Office,
  size: { runs: number; invoices: number },
): Promise<Figure[]> {
  const [tenant] = office.tenants
  if (tenant === undefined) throw new Error('there is no tenant')
  const statements: number[] = []
  const commits: number[] = []
  for (let run = 0; run < size.runs; run += 1) {
    await makeFinal(office, [tenant], size.invoices)
    const before = { statements: office.statements, transactions: await transactions(office) }
    office.startWorker()
    await office.untilAll(['booked', 'verified'])
    statements.push((office.statements - before.statements) / size.invoices)
    commits.push(((await transactions(office)) - before.transactions) / size.invoices)
    await office.stopWorker()
  }
  const figure = (title: string, runs: readonly number[], most: number): Figure => ({
    ...{ id: 'R12', title: `${title} for each invoice, ${size.invoices} invoices` },
    ...{ runs, bar: { most }, details: {} },
  })
  return [figure('statements', statements, 6), figure('commits that write', commits, 2)]
}

/** The next number that a transaction that writes will get: reading takes none, and nobody else writes. */
async function transactions({ owner }: Office): Promise<number> {
  const { rows } = await sql<{ next: string }>`
    select pg_snapshot_xmax(pg_current_snapshot())::text as next`.execute(owner.kysely)
  return Number(rows[0]?.next)
}
