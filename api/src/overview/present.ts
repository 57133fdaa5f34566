import type { ConnectionView } from '@stella/bookkeeping'
import type { BooksFigures, LateBookings, PaymentFigures, turnoverFigures } from '@stella/database'
import { cents, formatAmount, type PlainDate } from '@stella/invoicing'
import type { Language } from '@stella/texts'
import type { z } from 'zod'
import { booksName } from '../connections/books-name.ts'
import type { Overview } from './contract.ts'

type Answer = z.infer<typeof Overview>
type TurnoverFigures = Awaited<ReturnType<typeof turnoverFigures>>

type Found = {
  connection: ConnectionView | null
  figures: BooksFigures
  late: LateBookings | null
  today: PlainDate
  month: TurnoverFigures
  all: TurnoverFigures
  payments: PaymentFigures
  needs: Answer['needs']
  needCounts: Answer['needCounts']
  companyComplete: boolean
  hasCustomer: boolean
}

/** The overview as the API answers it. */
export function presentOverview(
  {
    connection,
    figures,
    late,
    today,
    month,
    all,
    payments,
    needs,
    needCounts,
    companyComplete,
    hasCustomer,
  }: Found,
  language: Language,
): Answer {
  const { counts, oldestWaitingSince } = figures
  return {
    connectionState: connection?.state ?? 'none',
    administration:
      connection !== null && isConnected(connection) ? booksName(connection.books.name, language) : null,
    books: {
      booked: counts.booked,
      verified: counts.verified,
      adopted: counts.adopted,
      waiting: counts.waiting,
      failed: counts.failed,
      notConnected: counts.not_connected,
      total: all.invoiceCount - counts.nothing_to_book - counts.history - counts.excluded,
      oldestWaitingSince: oldestWaitingSince?.toISOString() ?? null,
    },
    late: late && {
      count: late.count,
      first: { ...late.first, since: late.first.since.toISOString() },
    },
    needs,
    needCounts,
    month: {
      label: monthLabel(today, language),
      invoiceCount: month.invoiceCount,
      total: formatAmount(month.gross),
      vat: formatAmount(month.vat),
      outstanding: formatAmount(cents(payments.outstanding)),
      overdue: {
        count: payments.overdue.count,
        total: formatAmount(cents(payments.overdue.amount)),
      },
    },
    steps: {
      companyComplete,
      connected: isConnected(connection),
      hasCustomer,
      hasFinalInvoice: all.invoiceCount > counts.history,
    },
  }
}

function isConnected(connection: ConnectionView | null): boolean {
  return connection?.state === 'active' || connection?.state === 'paused'
}

/** As in «november 2026». */
function monthLabel(today: PlainDate, language: Language): string {
  return new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${today}T12:00:00Z`),
  )
}
