import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { ExportLink } from '../components/ExportLink.tsx'
import { Filters } from '../components/Filters.tsx'
import { ChevronLeftIcon, ChevronRightIcon } from '../components/icons.ts'
import styles from '../components/PeriodBar.module.css'
import { today } from '../format/days.ts'
import { useFormat } from '../format/format.ts'
import {
  neighbour,
  type Period,
  periodKinds,
  periodName,
  periodText,
  periodWithin,
  readPeriod,
} from '../format/period.ts'
import { useLanguage, useTexts } from '../language/language.tsx'
import { files, type InvoiceListSearch, paths } from '../routing/paths.ts'
import { invoiceFilterOf, invoiceOrderOf, invoicesOf, sumsOf } from './queries.ts'

/** Which period the list is of, what it comes to, and the way to take it out as a file. */
export function PeriodBar({ children, search }: { children: ReactNode; search: InvoiceListSearch }) {
  const { invoices: texts } = useTexts()
  const { language } = useLanguage()
  const period = readPeriod(search.periode)
  const { periode: _, ...kept } = search
  const within = (chosen: Period) => paths.invoices({ ...kept, periode: periodText(chosen) })
  // The list below is the same; where it is not sorted by date, its newest is not the first.
  const { data } = useInfiniteQuery(invoicesOf(search))
  const shown = data?.pages[0]?.items.map(({ invoiceDate }) => invoiceDate) ?? []
  const days = { today: today(), latest: shown.toSorted().at(-1) }
  return (
    <div className={styles.bar}>
      <Filters
        label={texts.period}
        filters={[
          { label: texts.always, current: period === undefined, link: paths.invoices(kept) },
          ...periodKinds.map((kind) => ({
            label: texts[kind],
            current: period?.kind === kind,
            link: within(periodWithin(kind, period, days)),
          })),
        ]}
      />
      {period && <Steps period={period} within={within} />}
      <Sums search={search} />
      <span className={styles.export}>
        {children}
        <ExportLink
          href={files.invoicesCsv({ ...invoiceFilterOf(search), ...invoiceOrderOf(search), language })}
        />
      </span>
    </div>
  )
}

type StepsProps = { period: Period; within: (period: Period) => ReturnType<typeof paths.invoices> }

function Steps({ period, within }: StepsProps) {
  const { invoices: texts } = useTexts()
  const { language } = useLanguage()
  return (
    <span className={styles.steps}>
      <Link {...within(neighbour(period, -1))} resetScroll={false} aria-label={texts.earlier}>
        <ChevronLeftIcon aria-hidden />
      </Link>
      <b aria-live="polite">{periodName(period, texts.quarterName, language)}</b>
      <Link {...within(neighbour(period, 1))} resetScroll={false} aria-label={texts.later}>
        <ChevronRightIcon aria-hidden />
      </Link>
    </span>
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
