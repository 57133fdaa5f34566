import { connectionOf } from '@stella/bookkeeping'
import {
  booksFigures,
  findProfile,
  inOrganization,
  lateBookings,
  listCustomers,
  paymentFigures,
  turnoverFigures,
} from '@stella/database'
import { isComplete, monthOf, todayInAmsterdam } from '@stella/invoicing'
import type { App } from '../http/app.ts'
import { organizationOf } from '../http/authorization.ts'
import type { Context } from '../http/context.ts'
import { languageOf } from '../http/language.ts'
import { getOverview } from './contract.ts'
import { overviewNeedCounts, overviewNeeds } from './needs.ts'
import { presentOverview } from './present.ts'

export function overviewRoutes(app: App, { databases, now }: Context): void {
  app.get('/api/overview', getOverview, async (request) => {
    const language = languageOf(request)
    const today = todayInAmsterdam(now())
    return inOrganization(databases.app, organizationOf(request).id, async (tx) => {
      const connection = await connectionOf(tx)
      const figures = await booksFigures(tx)
      const late = await lateBookings(tx)
      const month = await turnoverFigures(tx, monthOf(today))
      const all = await turnoverFigures(tx)
      const payments = await paymentFigures(tx, today)
      const customers = await listCustomers(tx, { limit: 1 })
      const needs = await overviewNeeds(tx, connection, figures.counts, language)
      const needCounts = await overviewNeedCounts(tx, connection, figures.counts)
      const hasCustomer = customers.items.length > 0
      const companyComplete = isComplete(await findProfile(tx))
      return presentOverview(
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
        },
        language,
      )
    })
  })
}
