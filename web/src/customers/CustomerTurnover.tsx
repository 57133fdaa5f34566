import { useQuery } from '@tanstack/react-query'
import { Sheet } from '../components/Sheet.tsx'
import { useFormat } from '../format/format.ts'
import { useTexts } from '../language/language.tsx'
import styles from './CustomerTurnover.module.css'
import { type CustomerFigures, customerFiguresQuery } from './queries.ts'

/** What was invoiced to a customer, by year; a bar says at a glance how the years compare. */
export function CustomerTurnover({ customerId }: { customerId: string }) {
  const { customerPage: words } = useTexts()
  const format = useFormat()
  const { data } = useQuery(customerFiguresQuery(customerId))
  if (!data || data.years.length === 0) return null
  const { years } = data
  const most = Math.max(...years.map(({ gross }) => Number(gross)), 1)
  const credited = years.filter(({ creditNotes }) => creditNotes > 0)
  return (
    <Sheet aria-labelledby="turnover-title">
      <h2 id="turnover-title" className={styles.title}>
        {words.turnover}
      </h2>
      <table className={styles.years}>
        <caption className="visually-hidden">{words.turnoverCaption}</caption>
        <thead>
          <tr>
            <th>{words.year}</th>
            <td aria-hidden="true" />
            <th className={styles.number}>{words.invoices}</th>
            <th className={styles.number}>{words.withVat}</th>
          </tr>
        </thead>
        <tbody>
          {years.map(({ gross, invoices, year }, index) => (
            <tr key={year}>
              <th scope="row">{year}</th>
              <td aria-hidden="true" className={styles.bar}>
                <i
                  data-latest={index === 0 || undefined}
                  style={{ width: `${Math.max(0, (100 * Number(gross)) / most)}%` }}
                />
              </td>
              <td className={styles.number}>{invoices}</td>
              <td className={styles.number}>{format.euro(gross)}</td>
            </tr>
          ))}
        </tbody>
        {years.length > 1 && (
          <tfoot>
            <tr>
              <th scope="row">{words.together}</th>
              <td aria-hidden="true" />
              <td className={styles.number}>{years.reduce((sum, { invoices }) => sum + invoices, 0)}</td>
              <td className={styles.number}>{format.euro(sumOf(years))}</td>
            </tr>
          </tfoot>
        )}
      </table>
      {credited.map(({ creditNotes, credited: amount, year }) => (
        <p key={year} className={styles.note}>
          {words.creditedIn(year, creditNotes, format.euro(amount.replace('-', '')))}
        </p>
      ))}
    </Sheet>
  )
}

/** In whole cents, as a sum of floats would lose one. */
function sumOf(years: CustomerFigures['years']): string {
  const cents = years.reduce((sum, { gross }) => sum + BigInt(gross.replace('.', '')), 0n)
  const digits = String(cents < 0n ? -cents : cents).padStart(3, '0')
  return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
