import { Link } from '@tanstack/react-router'
import { useFormat } from '../format/format.ts'
import { useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'
import styles from './Answers.module.css'
import type { Overview } from './queries.ts'

/** «Hoe gaat mijn zaak?» */
export function BusinessAnswer({ overview: { month } }: { overview: Overview }) {
  const { overview: texts, payments } = useTexts()
  const format = useFormat()
  return (
    <section className={styles.answer} aria-labelledby="business-question">
      <h2 className={styles.question} id="business-question">
        {texts.businessQuestion}
      </h2>
      <p className={styles.sentence}>
        {texts.businessMonth(format.euro(month.total), month.label.replace(/ \d{4}$/, ''))}
      </p>
      <p className={styles.text}>{texts.businessOutstanding(format.euro(month.outstanding))}</p>
      {month.overdue.count > 0 && (
        <p className={styles.text}>
          <Link {...paths.invoices({ toon: 'te-laat' })}>
            {payments.overdueCount(month.overdue.count, format.euro(month.overdue.total))}
          </Link>
        </p>
      )}
      <dl className={styles.counts}>
        <dt>{texts.businessCount}</dt>
        <dd>{month.invoiceCount}</dd>
        <dt>{texts.businessVat}</dt>
        <dd>{format.euro(month.vat)}</dd>
      </dl>
      <p className={styles.link}>
        <Link {...paths.invoices()}>{texts.businessInvoices}</Link>
      </p>
    </section>
  )
}
