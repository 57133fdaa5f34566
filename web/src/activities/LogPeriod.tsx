import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { ExportLink } from '../components/ExportLink.tsx'
import { Filters } from '../components/Filters.tsx'
import { ChevronLeftIcon, ChevronRightIcon } from '../components/icons.ts'
import bar from '../components/PeriodBar.module.css'
import { today } from '../format/days.ts'
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
import { files, type LogSearch, paths } from '../routing/paths.ts'
import { logFilterOf } from './queries.ts'

/** Which period the log is of, each with an address of its own, and the way to take it out as a file. */
export function LogPeriod({ children, search }: { children: ReactNode; search: LogSearch }) {
  const { invoices: texts } = useTexts()
  const { language } = useLanguage()
  const { periode, ...kept } = search
  const period = readPeriod(periode)
  const within = (chosen: Period) => paths.overview({ ...kept, periode: periodText(chosen) })
  const days = { today: today(), latest: undefined }
  return (
    <div className={bar.bar}>
      <Filters
        label={texts.period}
        filters={[
          { label: texts.always, current: period === undefined, link: paths.overview(kept) },
          ...periodKinds.map((kind) => ({
            label: texts[kind],
            current: period?.kind === kind,
            link: within(periodWithin(kind, period, days)),
          })),
        ]}
      />
      {period && (
        <span className={bar.steps}>
          <Link {...within(neighbour(period, -1))} resetScroll={false} aria-label={texts.earlier}>
            <ChevronLeftIcon aria-hidden />
          </Link>
          <b aria-live="polite">{periodName(period, texts.quarterName, language)}</b>
          <Link {...within(neighbour(period, 1))} resetScroll={false} aria-label={texts.later}>
            <ChevronRightIcon aria-hidden />
          </Link>
        </span>
      )}
      {children}
      <span className={bar.export}>
        <ExportLink href={files.activitiesCsv({ ...logFilterOf(search), language })} />
      </span>
    </div>
  )
}
