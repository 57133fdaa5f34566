import type { ReactNode } from 'react'
import { PeriodBar } from '../components/PeriodBar.tsx'
import { useLanguage } from '../language/language.tsx'
import { files, type LogSearch, paths } from '../routing/paths.ts'
import { logFilterOf } from './queries.ts'

/** Which period the log is of. */
export function LogPeriod({ children, search }: { children: ReactNode; search: LogSearch }) {
  const { language } = useLanguage()
  const { periode, ...kept } = search
  return (
    <PeriodBar
      chosen={periode}
      always={paths.overview(kept)}
      within={(period) => paths.overview({ ...kept, periode: period })}
      file={files.activitiesCsv({ ...logFilterOf(search), language })}
    >
      {children}
    </PeriodBar>
  )
}
