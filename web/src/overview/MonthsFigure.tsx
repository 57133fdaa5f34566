import { Link } from '@tanstack/react-router'
import { amountOf, centsOf } from '../format/cents.ts'
import { formatMonth, formatShortMonth, today } from '../format/days.ts'
import { useFormat } from '../format/format.ts'
import { useLanguage, useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'
import { heightOf, highestOf } from './bars.ts'
import styles from './Figures.module.css'
import { FigureTable } from './FigureTable.tsx'
import type { OverviewFigures } from './queries.ts'

/** What was invoiced each month, beside the same month of the year before. */
export function MonthsFigure({ months }: { months: OverviewFigures['months'] }) {
  const { figures: words } = useTexts()
  const { language } = useLanguage()
  const format = useFormat()
  const now = today().slice(0, 7)
  const year = Number(now.slice(0, 4))
  const highest = highestOf(months.flatMap(({ net, netBefore }) => [net, netBefore]))
  const nameOf = (month: string) => formatMonth(`${month}-01`, language)
  const before = (month: string) => `${year - 1}${month.slice(4)}`
  const current = months.find(({ month }) => month === now)
  return (
    <section className={styles.figure} aria-labelledby="figure-months">
      <h2 id="figure-months">{words.months}</h2>
      {current && <Compared current={current} name={nameOf(before(now))} />}
      <ol className={styles.months}>
        {months.map(({ month, net, netBefore }) => (
          <li key={month} data-now={month === now || undefined}>
            <Link
              {...paths.invoices({ periode: month })}
              title={words.inMonth(nameOf(month), format.euro(net), String(year - 1), format.euro(netBefore))}
            >
              <span className={styles.bars} aria-hidden="true">
                <i data-before style={{ height: `${heightOf(netBefore, highest)}%` }} />
                <i style={{ height: `${heightOf(net, highest)}%` }} />
              </span>
              {formatShortMonth(`${month}-01`, language)}
              <span className="visually-hidden">
                {' '}
                {words.inMonth(nameOf(month), format.euro(net), String(year - 1), format.euro(netBefore))}
              </span>
            </Link>
          </li>
        ))}
      </ol>
      <p className={styles.legend} aria-hidden="true">
        <span data-year="this">{year}</span>
        <span data-year="before">{year - 1}</span>
      </p>
      <FigureTable
        head={[words.month, String(year), String(year - 1)]}
        rows={months.map(({ month, net, netBefore }) => [
          nameOf(month).replace(/ \d+$/, ''),
          format.euro(net),
          format.euro(netBefore),
        ])}
      />
    </section>
  )
}

type ComparedProps = { current: OverviewFigures['months'][number]; name: string }

/** This month in a sentence, where there was one a year before. */
function Compared({ current: { net, netBefore }, name }: ComparedProps) {
  const { figures: words } = useTexts()
  const format = useFormat()
  const difference = centsOf(net) - centsOf(netBefore)
  const more = format.euro(amountOf(difference < 0n ? -difference : difference))
  return (
    <>
      <p className={styles.total}>{format.euro(net)}</p>
      {centsOf(netBefore) !== 0n && (
        <p className={styles.quiet}>
          {difference === 0n
            ? words.same(name)
            : difference > 0n
              ? words.more(more, name)
              : words.less(more, name)}
        </p>
      )}
    </>
  )
}
