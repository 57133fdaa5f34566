import { type ConnectionView, connectionOf } from '@stella/bookkeeping'
import { booksFigures, inOrganization, listCustomers, turnoverFigures } from '@stella/database'
import { formatAmount, type PlainDate, parsePlainDate, todayInAmsterdam } from '@stella/invoicing'
import type { Language } from '@stella/texts'
import { organizationOf } from '../http/authorization.ts'
import type { App, Context } from '../http/context.ts'
import { languageOf } from '../http/language.ts'
import { getOverview } from './contract.ts'
import { overviewNeedCounts, overviewNeeds } from './needs.ts'

export function overviewRoutes(app: App, { databases, now }: Context): void {
  app.get('/api/overview', getOverview, async (request) => {
    const language = languageOf(request.headers['accept-language'])
    const today = todayInAmsterdam(now())
    return inOrganization(databases.app, organizationOf(request).id, async (tx) => {
      const connection = await connectionOf(tx)
      const { counts, oldestWaitingSince } = await booksFigures(tx)
      const month = await turnoverFigures(tx, monthOf(today))
      const all = await turnoverFigures(tx)
      const customers = await listCustomers(tx, { limit: 1 })
      return {
        connectionState: connection?.state ?? ('none' as const),
        books: {
          booked: counts.booked,
          verified: counts.verified,
          waiting: counts.waiting,
          failed: counts.failed,
          notConnected: counts.not_connected,
          total: all.invoiceCount,
          oldestWaitingSince: oldestWaitingSince?.toISOString() ?? null,
        },
        needs: await overviewNeeds(tx, connection, counts, language),
        needCounts: await overviewNeedCounts(tx, connection, counts),
        month: {
          label: monthLabel(today, language),
          invoiceCount: month.invoiceCount,
          total: formatAmount(month.gross),
          vat: formatAmount(month.vat),
          outstanding: formatAmount(all.gross),
        },
        steps: {
          connected: isConnected(connection),
          hasCustomer: customers.items.length > 0,
          hasFinalInvoice: all.invoiceCount > 0,
        },
      }
    })
  })
}

function isConnected(connection: ConnectionView | null): boolean {
  return connection?.state === 'active' || connection?.state === 'paused'
}

/** The first and the last day of a day's month. */
function monthOf(today: PlainDate): { from: PlainDate; until: PlainDate } {
  const [year, month] = today.split('-').map(Number)
  const lastDay = new Date(Date.UTC(year ?? 0, month ?? 0, 0)).getUTCDate()
  const start = today.slice(0, 8)
  return { from: parsePlainDate(`${start}01`), until: parsePlainDate(`${start}${lastDay}`) }
}

/** As in «november 2026». */
function monthLabel(today: PlainDate, language: Language): string {
  return new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${today}T12:00:00Z`),
  )
}
