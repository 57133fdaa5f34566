import { useFormat } from '../format/format.ts'
import { useTexts } from '../language/language.tsx'
import styles from './Journal.module.css'
import type { BookingPreview } from './queries.ts'

/** The booking as a bookkeeper reads it: accounts, debit, credit, and both sides equal. */
export function Journal({ booking }: { booking: BookingPreview }) {
  const { bookingPreview: words, vat } = useTexts()
  const format = useFormat()
  const { debtorsAccount, totalGross } = booking
  // Two lines can have one account and code, and say nothing else by which they are known.
  const lines = booking.lines.map((line, place) => ({ ...line, key: `line-${place}` }))
  const accounts: Readonly<Record<string, string>> = vat.accounts
  /** The treatments booked together on a line; undefined for a rounding. */
  const treatmentOf = ({ vatTreatments, vatRate }: BookingPreview['lines'][number]) => {
    const names: Readonly<Record<string, (rate: string) => string>> = vat.treatments
    const said = vatTreatments.map((treatment) => names[treatment]?.(format.rate(vatRate)) ?? treatment)
    return said.length === 0 ? undefined : said.join(', ')
  }
  const boxed = (name: string, box: string | null) => (box === null ? name : `${name}, ${words.box(box)}`)
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
          <tr key={line.key}>
            <th scope="row">
              {line.account.code} {line.account.name}
              <small>{boxed(treatmentOf(line) ?? words.rounding, line.vatReturnBox)}</small>
            </th>
            <td />
            <td className={styles.figure}>{format.euro(line.net)}</td>
          </tr>
        ))}
        {lines
          .filter((line) => /[1-9]/.test(line.vat))
          .map((line) => (
            <tr key={`vat ${line.key}`}>
              <th scope="row">{accounts[line.vatTreatments[0] ?? ''] ?? words.vat}</th>
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
