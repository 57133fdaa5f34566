import { Link } from '@tanstack/react-router'
import table from '../components/Table.module.css'
import { useFormat } from '../format/format.ts'
import { useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'
import type { SupportBooking } from './queries.ts'
import { SupportTable } from './SupportTable.tsx'

/** The invoices that are not in the books. */
export function FailedBookings({ bookings }: { bookings: SupportBooking[] }) {
  const { support: texts } = useTexts()
  const format = useFormat()
  return (
    <SupportTable
      caption={texts.bookings}
      heads={{ subject: texts.invoice, figure: texts.amount }}
      rows={bookings.map(({ id, organization, invoiceNumber, cause, since, totalGross }) => ({
        id,
        organization: organization.name,
        subject: (
          <Link
            className={`${table.rowLink} ${table.whole}`}
            {...paths.supportBooking(id)}
            aria-label={`${invoiceNumber}, ${organization.name}`}
          >
            {invoiceNumber}
          </Link>
        ),
        cause,
        since,
        figure: format.euro(totalGross),
      }))}
    />
  )
}
