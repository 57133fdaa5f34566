import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { isForbidden } from '../api/failure.ts'
import { type SupportBooking, supportBookingsQuery } from '../api/support.ts'
import { Empty } from '../components/Empty.tsx'
import { PagedList } from '../components/PagedList.tsx'
import { PageHead } from '../components/PageHead.tsx'
import { Prose } from '../components/Prose.tsx'
import { Sheet } from '../components/Sheet.tsx'
import table from '../components/Table.module.css'
import { roles } from '../components/table-roles.ts'
import { useFormat } from '../format/format.ts'
import { useTexts } from '../language/language.tsx'
import { paths } from '../paths.ts'
import { NotFoundPage } from './NotFoundPage.tsx'
import styles from './SupportPage.module.css'

/** How often the list looks by itself: support follows many organizations, and no single stream tells of all. */
const lookMs = 15_000

/** «Support»: the bookings of all organizations that need somebody. */
export function SupportPage() {
  const { support: texts } = useTexts()
  const query = useInfiniteQuery({ ...supportBookingsQuery, refetchInterval: lookMs })
  if (isForbidden(query.error)) return <NotFoundPage />
  return (
    <>
      <PageHead title={texts.title} lead={texts.lead} />
      <Sheet aria-label={texts.list}>
        <PagedList
          query={query}
          unavailable={texts.unavailable}
          none={<Empty title={texts.emptyTitle} text={texts.emptyText} />}
        >
          {(bookings) => <SupportTable bookings={bookings} />}
        </PagedList>
      </Sheet>
    </>
  )
}

function SupportTable({ bookings }: { bookings: SupportBooking[] }) {
  const { support: texts } = useTexts()
  const format = useFormat()
  return (
    <table className={table.table} {...roles.table}>
      <caption className="visually-hidden">{texts.list}</caption>
      <thead {...roles.rowgroup}>
        <tr {...roles.row}>
          <th {...roles.columnheader}>{texts.organization}</th>
          <th {...roles.columnheader}>{texts.invoice}</th>
          <th {...roles.columnheader}>{texts.cause}</th>
          <th {...roles.columnheader}>{texts.who}</th>
          <th {...roles.columnheader}>{texts.since}</th>
          <th {...roles.columnheader} className={table.number}>
            {texts.amount}
          </th>
        </tr>
      </thead>
      <tbody {...roles.rowgroup}>
        {bookings.map((booking) => (
          <tr key={booking.id} {...roles.row} className={table.row}>
            <td {...roles.cell} className={styles.organization}>
              {booking.organization.name}
            </td>
            <td {...roles.cell} className={`${styles.invoice} ${table.whole}`}>
              <Link
                className={table.rowLink}
                {...paths.supportBooking(booking.id)}
                aria-label={`${booking.invoiceNumber}, ${booking.organization.name}`}
              >
                {booking.invoiceNumber}
              </Link>
            </td>
            <td {...roles.cell} className={styles.cause}>
              <Prose>{booking.cause?.detail ?? ''}</Prose>
              {booking.cause?.serviceCode && <code>{booking.cause.serviceCode}</code>}
            </td>
            <td {...roles.cell} className={styles.who}>
              {booking.cause ? texts.actors[booking.cause.actor] : ''}
            </td>
            <td {...roles.cell} className={`${styles.since} ${table.whole}`}>
              {format.moment(booking.since)}
            </td>
            <td {...roles.cell} className={`${styles.amount} ${table.number}`}>
              {format.euro(booking.totalGross)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
