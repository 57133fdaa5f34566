import { Link, type LinkProps } from '@tanstack/react-router'
import { Filters } from '../components/Filters.tsx'
import { ChevronLeftIcon, ChevronRightIcon } from '../components/icons.ts'
import { neighbour, type Period, periodAround, periodKinds, periodName } from '../format/period.ts'
import { useLanguage, useTexts } from '../language/language.tsx'
import styles from './PeriodChoice.module.css'

/** Which month, quarter or year: each is a URL. */
export function PeriodChoice({ period, linkTo }: { period: Period; linkTo: (period: Period) => LinkProps }) {
  const { reconciliation: texts, invoices } = useTexts()
  const { language } = useLanguage()
  return (
    <div className={styles.period}>
      <Filters
        label={texts.period}
        filters={periodKinds.map((kind) => ({
          label: invoices[kind],
          current: period.kind === kind,
          link: linkTo(periodAround(kind, period.from)),
        }))}
      />
      <span className={styles.steps}>
        <Link {...linkTo(neighbour(period, -1))} resetScroll={false} aria-label={invoices.earlier}>
          <ChevronLeftIcon aria-hidden />
        </Link>
        <b aria-live="polite">{periodName(period, invoices.quarterName, language)}</b>
        <Link {...linkTo(neighbour(period, 1))} resetScroll={false} aria-label={invoices.later}>
          <ChevronRightIcon aria-hidden />
        </Link>
      </span>
    </div>
  )
}
