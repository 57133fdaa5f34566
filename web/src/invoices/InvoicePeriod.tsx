import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import styles from '../components/PeriodBar.module.css'
import { PeriodBar } from '../components/PeriodBar.tsx'
import { useFormat } from '../format/format.ts'
import { useLanguage, useTexts } from '../language/language.tsx'
import { files, type InvoiceListSearch, paths } from '../routing/paths.ts'
import { invoiceFilterOf, invoiceOrderOf, invoicesOf, sumsOf } from './queries.ts'

/** Which period the list is of, what it comes to, and what else there is to do with it. */
export function InvoicePeriod({ children, search }: { children: ReactNode; search: InvoiceListSearch }) {
  const { language } = useLanguage()
  const { periode, ...kept } = search
  // The list below is the same; where it is not sorted by date, its newest is not the first.
  const { data } = useInfiniteQuery(invoicesOf(search))
  const shown = data?.pages[0]?.items.map(({ invoiceDate }) => invoiceDate) ?? []
  return (
    <PeriodBar
      chosen={periode}
      always={paths.invoices(kept)}
      within={(period) => paths.invoices({ ...kept, periode: period })}
      latest={shown.toSorted().at(-1)}
      file={files.invoicesCsv({ ...invoiceFilterOf(search), ...invoiceOrderOf(search), language })}
      actions={children}
    >
      <Sums search={search} />
    </PeriodBar>
  )
}

/** Of the final invoices, or of the drafts where those are listed, on whichever page of the list. */
function Sums({ search }: { search: InvoiceListSearch }) {
  const { invoices: texts } = useTexts()
  const format = useFormat()
  const { data } = useQuery(sumsOf(search))
  const count = search.toon === 'concept' ? texts.draftCount : texts.finalCount
  const sums: [string, string][] = data
    ? [
        [texts.net, data.net],
        [texts.vat, data.vat],
        [texts.total, data.gross],
        ...(search.toon === 'concept' ? [] : ([[texts.open, data.outstanding]] as [string, string][])),
      ]
    : []
  return (
    <dl className={styles.sums} aria-label={texts.sums}>
      <div>
        <dt>{data ? count(data.count) : '\u00a0'}</dt>
      </div>
      {sums.map(([name, amount]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{format.euro(amount)}</dd>
        </div>
      ))}
    </dl>
  )
}
