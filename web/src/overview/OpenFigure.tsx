import { Link } from '@tanstack/react-router'
import { amountOf, centsOf } from '../format/cents.ts'
import { useFormat } from '../format/format.ts'
import { useTexts } from '../language/language.tsx'
import { openViews } from '../routing/open-views.ts'
import { paths } from '../routing/paths.ts'
import { heightOf, highestOf } from './bars.ts'
import styles from './Figures.module.css'
import type { OverviewFigures } from './queries.ts'

/** What customers still have to pay, by how late it is: a table with its bars in it. */
export function OpenFigure({ ages }: { ages: OverviewFigures['ages'] }) {
  const { figures: words } = useTexts()
  const format = useFormat()
  const highest = highestOf(ages.map(({ outstanding }) => outstanding))
  const total = format.euro(amountOf(ages.reduce((sum, { outstanding }) => sum + centsOf(outstanding), 0n)))
  return (
    <section className={styles.figure} aria-labelledby="figure-open">
      <h2 id="figure-open">{words.open}</h2>
      <p className={styles.total}>{total}</p>
      <table className={styles.rows}>
        <thead>
          <tr>
            <th scope="col">{words.age}</th>
            <td className={styles.bar} />
            <th scope="col">{words.count}</th>
            <th scope="col">{words.amount}</th>
          </tr>
        </thead>
        <tbody>
          {ages.map(({ age, count, outstanding }) => (
            <tr key={age} data-none={count === 0 || undefined}>
              <th scope="row">
                {count === 0 ? (
                  words.ages[age]
                ) : (
                  <Link {...paths.invoices({ toon: openViews[age] })}>{words.ages[age]}</Link>
                )}
              </th>
              <td className={styles.bar} aria-hidden="true">
                <i
                  data-late={age !== 'not_due' || undefined}
                  style={{ width: `${heightOf(outstanding, highest)}%` }}
                />
              </td>
              <td>{count}</td>
              <td>{format.euro(outstanding)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{words.together}</th>
            <td className={styles.bar} />
            <td>{ages.reduce((sum, { count }) => sum + count, 0)}</td>
            <td>{total}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  )
}
