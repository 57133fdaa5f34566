import { Fragment } from 'react'
import { useFormat } from '../format/format.ts'
import { useTexts } from '../language/language.tsx'
import type { Totals } from './queries.ts'
import styles from './TotalsList.module.css'
import { useTotalsRows } from './totals-rows.ts'

type TotalsListProps = { totals: Totals | null; pricesIncludeVat: boolean; stale: boolean }

/** Subtotal, discounts, VAT per rate, and what is to be paid. A half known total is not shown. */
export function TotalsList({ totals, pricesIncludeVat, stale }: TotalsListProps) {
  const { invoiceForm: words } = useTexts()
  const format = useFormat()
  const rowsOf = useTotalsRows()
  const unknown = pricesIncludeVat ? words.subtotalWithoutVat : words.subtotal
  const rows = totals ? rowsOf(totals, pricesIncludeVat) : [{ key: 'net', name: unknown, amount: '–' }]
  return (
    <div className={styles.place} aria-busy={stale}>
      <dl className={styles.totals}>
        {rows.map(({ key, name, amount }) => (
          <Fragment key={key}>
            <dt>{name}</dt>
            <dd>{amount}</dd>
          </Fragment>
        ))}
        <dt className={styles.end}>{words.toPay}</dt>
        <dd className={styles.end}>{totals ? format.euro(totals.gross) : '–'}</dd>
      </dl>
    </div>
  )
}
