import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import styles from '../components/PeriodBar.module.css'
import { PeriodBar } from '../components/PeriodBar.tsx'
import { useFormat } from '../format/format.ts'
import { useLanguage, useTexts } from '../language/language.tsx'
import { files, type InvoiceListSearch, paths } from '../routing/paths.ts'
import { invoiceFilterOf, invoicesOf, sumsOf } from './queries.ts'

/** Which period the list is of, and what it comes to. */
export function InvoicePeriod({ search }: { search: InvoiceListSearch }) {
  const { language } = useLanguage()
  const { periode, ...kept } = search
  // The list below is the same, newest first.
  const { data } = useInfiniteQuery(invoicesOf(search))
  return (
    <PeriodBar
      chosen={periode}
      always={paths.invoices(kept)}
      within={(period) => paths.invoices({ ...kept, periode: period })}
      latest={data?.pages[0]?.items[0]?.invoiceDate}
      file={files.invoicesCsv({ ...invoiceFilterOf(search), language })}
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
