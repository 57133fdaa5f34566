import { Link } from '@tanstack/react-router'
import { Sheet } from '../components/Sheet.tsx'
import { useFormat } from '../format/format.ts'
import { useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'
import styles from './CreditNotes.module.css'
import type { Invoice } from './queries.ts'

/** What was taken back of an invoice, and what is left of it. */
export function CreditNotes({ invoice }: { invoice: Invoice }) {
  const { invoicePage: words } = useTexts()
  const format = useFormat()
  if (invoice.creditNotes.length === 0) return null
  return (
    <Sheet padded aria-labelledby="credit-notes">
      <h2 id="credit-notes" className={styles.heading}>
        {words.creditedHeading}
      </h2>
      <ul className={styles.notes}>
        {invoice.creditNotes.map(({ id, number, gross }) => (
          <li key={id} className={styles.note}>
            <Link {...paths.invoice(id)}>{words.creditNote(number)}</Link>
            <span>{format.euro(gross)}</span>
          </li>
        ))}
        <li className={styles.note}>
          <span>{words.creditRest}</span>
          <b>{format.euro(invoice.leftToCredit)}</b>
        </li>
      </ul>
    </Sheet>
  )
}
