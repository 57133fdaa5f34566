import { formatNumber, type PlainDate } from '@stella/invoicing'
import { sql, type Transaction } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'

/** What can be wrong with a final invoice, or with the place of one in its series. */
export const invoiceFindings = ['changed', 'chain_broken', 'unsealed', 'missing'] as const
export type InvoiceFinding = (typeof invoiceFindings)[number]

type Found = { readonly number: string; readonly finding: InvoiceFinding }

export interface InvoiceVerification {
  readonly count: number
  /** Each with the number of the invoice; of a place that is missing, the number it had. */
  readonly findings: readonly Found[]
}

/**
 * Holds every final invoice of the organization to its seal, and every seal to the one before it. «changed»: it says
 * something else than when it became final; «chain_broken»: the seal before it is another; «unsealed»: it was slipped
 * in; «missing»: it is gone, although nobody said that the series goes on beyond it. What another program made stands in
 * no series, so of that nothing can be missing.
 */
export async function verifyInvoices(tx: Transaction<DB>): Promise<InvoiceVerification> {
  const { rows } = await sql<Sealed>`
    select invoices.number, invoices.series_id, invoices.series_year as year, invoices.series_place as place,
      encode(seal.hash, 'hex') as hash, encode(seal.previous, 'hex') as previous,
      seal.hash = seal_of_invoice(invoices.organization_id, invoices.id, seal.previous) as is_same
    from invoices left join invoice_seals as seal
      on seal.organization_id = invoices.organization_id and seal.invoice_id = invoices.id
    where invoices.state = 'final'`.execute(tx)
  const counts = await tx
    .selectFrom('series_counts')
    .innerJoin('series', 'series.id', 'series_counts.series_id')
    .select(['series_id', 'year', 'last_place', 'pattern'])
    .orderBy('series.ordinal')
    .orderBy('year')
    .execute()
  const starts = await tx.selectFrom('series_starts').select(['series_id', 'year', 'next_place']).execute()
  const explained = new Set(
    starts.map(({ series_id, year, next_place }) => `${series_id} ${year} ${next_place - 1}`),
  )
  const byCount = Map.groupBy(rows, ({ series_id, year }) => `${series_id} ${year}`)
  const findings = counts.flatMap((count) => {
    const key = `${count.series_id} ${count.year}`
    const own = (byCount.get(key) ?? []).sort((one, other) => one.place - other.place)
    return findingsOf(own, count, (place) => explained.has(`${key} ${place}`))
  })
  return { count: rows.length, findings: [...findings, ...findingsOfHistory(rows)] }
}

type Sealed = {
  number: string
  /** Null of what another program made, as are its year and place. */
  series_id: string | null
  year: number
  place: number
  hash: string | null
  previous: string | null
  is_same: boolean | null
}

function findingsOfHistory(rows: readonly Sealed[]): Found[] {
  return rows
    .filter(({ series_id }) => series_id === null)
    .flatMap(({ hash, is_same, number }): Found[] => {
      if (hash === null) return [{ number, finding: 'unsealed' }]
      return is_same === true ? [] : [{ number, finding: 'changed' }]
    })
}

/** Those of one count, in the order of their places. */
function findingsOf(
  invoices: readonly Sealed[],
  count: { readonly year: number; readonly last_place: number; readonly pattern: string },
  isExplained: (place: number) => boolean,
): Found[] {
  const findings: Found[] = []
  const numberAt = (place: number) =>
    formatNumber(count.pattern, `${count.year === 0 ? 2000 : count.year}-01-01` as PlainDate, place)
  const expect = (place: number, reached: number) => {
    if (place > reached && !isExplained(place)) findings.push({ number: numberAt(place), finding: 'missing' })
  }
  let reached = 0
  let before: string | null = null
  for (const { number, place, hash, previous, is_same } of invoices) {
    expect(place - 1, reached)
    if (hash === null) findings.push({ number, finding: 'unsealed' })
    else if (is_same !== true) findings.push({ number, finding: 'changed' })
    else if (previous !== before) findings.push({ number, finding: 'chain_broken' })
    reached = place
    before = hash ?? before
  }
  expect(count.last_place, reached)
  return findings
}
