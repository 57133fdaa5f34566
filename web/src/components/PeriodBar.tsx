import { Link, type LinkProps } from '@tanstack/react-router'
import type { ReactNode } from 'react'
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
import { ExportLink } from './ExportLink.tsx'
import { Filters } from './Filters.tsx'
import { ChevronLeftIcon, ChevronRightIcon } from './icons.ts'
import styles from './PeriodBar.module.css'

type PeriodBarProps = {
  /** As it stands in the address, `2026-K4`; left out where the list is of all time. */
  chosen: string | undefined
  /** The address of the list of all time. */
  always: LinkProps
  /** The address of the list of a period. */
  within: (period: string) => LinkProps
  /** The day of what is newest in the list; undefined where there is none, or that is not known. */
  latest?: string | undefined
  /** Where the list is to be had as a file. */
  file: string
  /** What else there is to do with the list, before the file. */
  actions?: ReactNode
  /** What the list comes to. */
  children?: ReactNode
}

/** Which period a list is of, each with an address of its own, and the way to take it out as a file. */
export function PeriodBar({ actions, always, children, chosen, file, latest, within }: PeriodBarProps) {
  const { invoices: texts } = useTexts()
  const { language } = useLanguage()
  const period = readPeriod(chosen)
  const linkTo = (to: Period) => within(periodText(to))
  const days = { today: today(), latest }
  return (
    <div className={styles.bar}>
      <Filters
        label={texts.period}
        filters={[
          { label: texts.always, current: period === undefined, link: always },
          ...periodKinds.map((kind) => ({
            label: texts[kind],
            current: period?.kind === kind,
            link: linkTo(periodWithin(kind, period, days)),
          })),
        ]}
      />
      {period && (
        <span className={styles.steps}>
          <Link {...linkTo(neighbour(period, -1))} resetScroll={false} aria-label={texts.earlier}>
            <ChevronLeftIcon aria-hidden />
          </Link>
          <b aria-live="polite">{periodName(period, texts.quarterName, language)}</b>
          <Link {...linkTo(neighbour(period, 1))} resetScroll={false} aria-label={texts.later}>
            <ChevronRightIcon aria-hidden />
          </Link>
        </span>
      )}
      {children}
      <span className={styles.export}>
        {actions}
        <ExportLink href={file} />
      </span>
    </div>
  )
}
