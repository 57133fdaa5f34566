import { Link } from '@tanstack/react-router'
import table from '../components/Table.module.css'
import { useFormat } from '../format/format.ts'
import { useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'
import type { SupportBooking } from './queries.ts'
import { SupportTable } from './SupportTable.tsx'
import { useOrganizationName } from './Whose.tsx'

/** The invoices that are not in the books. */
export function FailedBookings({ bookings }: { bookings: SupportBooking[] }) {
  const { support: texts } = useTexts()
  const format = useFormat()
  const nameOf = useOrganizationName()
  return (
    <SupportTable
      caption={texts.bookings}
      heads={{ subject: texts.invoice, figure: texts.amount }}
      rows={bookings.map(({ id, organization, invoiceNumber, cause, since, totalGross }) => ({
        id,
        organization,
        subject: (
          <Link
            className={`${table.rowLink} ${table.whole}`}
            {...paths.supportBooking(id)}
            aria-label={`${invoiceNumber ?? texts.anInvoice}, ${nameOf(organization)}`}
          >
            {invoiceNumber ?? texts.anInvoice}
          </Link>
        ),
        cause,
        since,
        figure: totalGross === null ? '' : format.euro(totalGross),
      }))}
    />
  )
}
