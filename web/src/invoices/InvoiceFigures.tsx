import { useQuery } from '@tanstack/react-query'
import { useFormat } from '../format/format.ts'
import { useTexts } from '../language/language.tsx'
import { overviewQuery } from '../overview/queries.ts'
import styles from './InvoiceFigures.module.css'

/** Above the list: what is still to come in, and what this month came to. */
export function InvoiceFigures() {
  const { invoices: texts } = useTexts()
  const format = useFormat()
  const { data } = useQuery(overviewQuery)
  if (!data || data.books.total === 0) return null
  const month = data.month.label.replace(/ \d{4}$/, '')
  return (
    <dl className={styles.figures}>
      <div>
        <dt>{texts.outstanding}</dt>
        <dd>{format.euro(data.month.outstanding)}</dd>
      </div>
      <div>
        <dt>{texts.invoicedIn(month)}</dt>
        <dd>{format.euro(data.month.total)}</dd>
      </div>
    </dl>
  )
}
