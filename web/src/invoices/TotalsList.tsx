import { Fragment } from 'react'
import { useFormat } from '../format/format.ts'
import { useTexts } from '../language/language.tsx'
import type { Totals } from './queries.ts'
import styles from './TotalsList.module.css'
import { useVatTotal } from './vat.ts'

type TotalsListProps = { totals: Totals | null; pricesIncludeVat: boolean; stale: boolean }

/** Subtotal, VAT per rate, and what is to be paid. A half known total is not shown. */
export function TotalsList({ totals, pricesIncludeVat, stale }: TotalsListProps) {
  const { invoiceForm: words } = useTexts()
  const format = useFormat()
  const vatTotal = useVatTotal()
  return (
    <div className={styles.place} aria-busy={stale}>
      <dl className={styles.totals}>
        <dt>{pricesIncludeVat ? words.subtotalWithoutVat : words.subtotal}</dt>
        <dd>{totals ? format.euro(totals.net) : '–'}</dd>
        {totals?.perTreatment.map((part) => (
          <Fragment key={`${part.vatTreatment} ${part.rate}`}>
            <dt>{vatTotal(part)}</dt>
            <dd>{format.euro(part.vat)}</dd>
          </Fragment>
        ))}
        <dt className={styles.end}>{words.toPay}</dt>
        <dd className={styles.end}>{totals ? format.euro(totals.gross) : '–'}</dd>
      </dl>
    </div>
  )
}
