import { useQuery } from '@tanstack/react-query'
import { Sheet } from '../components/Sheet.tsx'
import { useTexts } from '../language/language.tsx'
import styles from './Figures.module.css'
import { MonthsFigure } from './MonthsFigure.tsx'
import { OpenFigure } from './OpenFigure.tsx'
import { type OverviewFigures, overviewFiguresQuery } from './queries.ts'
import { VatFigure } from './VatFigure.tsx'

/** Three pictures of the business: each bar leads to its list, and each has its table. */
export function Figures() {
  const { figures: words } = useTexts()
  const { data } = useQuery(overviewFiguresQuery)
  if (!data || isNothing(data)) return null
  return (
    <Sheet className={styles.figures} aria-label={words.label}>
      <MonthsFigure months={data.months} />
      <OpenFigure ages={data.ages} />
      <VatFigure quarter={data.quarter} />
    </Sheet>
  )
}

/** A business that begins has no pictures yet. */
function isNothing({ ages, months, quarter }: OverviewFigures): boolean {
  const isZero = (amount: string) => Number(amount) === 0
  return (
    ages.every(({ count }) => count === 0) &&
    months.every(({ net, netBefore }) => isZero(net) && isZero(netBefore)) &&
    quarter.groups.length === 0
  )
}
