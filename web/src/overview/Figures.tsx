import { useQuery } from '@tanstack/react-query'
import { Sheet } from '../components/Sheet.tsx'
import { useTexts } from '../language/language.tsx'
import styles from './Figures.module.css'
import { MonthsFigure } from './MonthsFigure.tsx'
import { OpenFigure } from './OpenFigure.tsx'
import { overviewFiguresQuery } from './queries.ts'
import { VatFigure } from './VatFigure.tsx'

/** Three pictures of the business: each bar leads to its list, and each has its table. */
export function Figures() {
  const { figures: words } = useTexts()
  const { data } = useQuery(overviewFiguresQuery)
  if (!data) return null
  return (
    <Sheet className={styles.figures} aria-label={words.label}>
      <MonthsFigure months={data.months} />
      <OpenFigure ages={data.ages} />
      <VatFigure quarter={data.quarter} />
    </Sheet>
  )
}
