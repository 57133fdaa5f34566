import type { BookingPreview } from '../api/invoices.ts'
import { useFormat } from '../format/format.ts'
import { useTexts } from '../language/language.tsx'
import styles from './Journal.module.css'

/** The booking as a bookkeeper reads it: accounts, debit, credit, and both sides equal. */
export function Journal({ booking }: { booking: BookingPreview }) {
  const { bookingPreview: words, vat } = useTexts()
  const format = useFormat()
  const { debtorsAccount, lines, totalGross } = booking
  return (
    <table className={styles.journal}>
      <caption className="visually-hidden">{words.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.account}</th>
          <th scope="col" className={styles.figure}>
            {words.debit}
          </th>
          <th scope="col" className={styles.figure}>
            {words.credit}
          </th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">
            {debtorsAccount.code} {debtorsAccount.name}
          </th>
          <td className={styles.figure}>{format.euro(totalGross)}</td>
          <td />
        </tr>
        {lines.map((line) => (
          <tr key={`${line.account.code}${line.vatTreatment}`}>
            <th scope="row">
              {line.account.code} {line.account.name}
              <small>
                {nameOf(vat.treatments, line.vatTreatment)}, {words.box(line.vatReturnBox)}
              </small>
            </th>
            <td />
            <td className={styles.figure}>{format.euro(line.net)}</td>
          </tr>
        ))}
        {lines
          .filter((line) => /[1-9]/.test(line.vat))
          .map((line) => (
            <tr key={`vat${line.account.code}${line.vatTreatment}`}>
              <th scope="row">{nameOf(vat.accounts, line.vatTreatment)}</th>
              <td />
              <td className={styles.figure}>{format.euro(line.vat)}</td>
            </tr>
          ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{words.together}</th>
          <td className={styles.figure}>{format.euro(totalGross)}</td>
          <td className={styles.figure}>{format.euro(totalGross)}</td>
        </tr>
      </tfoot>
    </table>
  )
}

/** A treatment that these screens do not know yet is shown by its own name rather than left out. */
function nameOf(names: Readonly<Record<string, string>>, treatment: string): string {
  return names[treatment] ?? treatment
}
