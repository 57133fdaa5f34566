import { Link } from '@tanstack/react-router'
import { useVatName } from '../api/vat.ts'
import { useFormat } from '../format/format.ts'
import { periodAround, periodText } from '../format/period.ts'
import { useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'
import styles from './Figures.module.css'
import type { OverviewFigures } from './queries.ts'

/** The VAT of this quarter until now, by rate. */
export function VatFigure({ quarter }: { quarter: OverviewFigures['quarter'] }) {
  const { figures: words } = useTexts()
  const format = useFormat()
  const vatName = useVatName()
  return (
    <section className={styles.figure} aria-labelledby="figure-vat">
      <h2 id="figure-vat">{words.vat}</h2>
      <p className={styles.total}>
        <Link {...paths.invoices({ periode: periodText(periodAround('quarter', quarter.from)) })}>
          {format.euro(quarter.vat)}
        </Link>
      </p>
      {quarter.groups.length === 0 ? (
        <p className={styles.quiet}>{words.noVat}</p>
      ) : (
        <table className={styles.rows}>
          <thead>
            <tr>
              <th scope="col">{words.rate}</th>
              <th scope="col">{words.net}</th>
              <th scope="col">{words.vatColumn}</th>
            </tr>
          </thead>
          <tbody>
            {quarter.groups.map(({ net, rate, treatment, vat }) => (
              <tr key={`${treatment} ${rate}`}>
                <th scope="row">{vatName({ vatTreatment: treatment, vatRate: rate })}</th>
                <td>{format.euro(net)}</td>
                <td>{format.euro(vat)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{words.together}</th>
              <td>{format.euro(quarter.net)}</td>
              <td>{format.euro(quarter.vat)}</td>
            </tr>
          </tfoot>
        </table>
      )}
    </section>
  )
}
