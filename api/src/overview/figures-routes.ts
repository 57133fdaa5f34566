import { ageFigures, inOrganization, monthFigures, vatFigures } from '@stella/database'
import {
  formatAmount,
  parsePlainDate,
  quarterOf,
  sumOf,
  todayInAmsterdam,
  yearOf,
  ZERO,
} from '@stella/invoicing'
import type { App } from '../http/app.ts'
import { organizationOf } from '../http/authorization.ts'
import type { Context } from '../http/context.ts'
import { getOverviewFigures } from './figures-contract.ts'

const months = Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(2, '0'))

/** What the pictures of the overview are drawn from. */
export function overviewFiguresRoutes(app: App, { databases, now }: Context): void {
  app.get('/api/overview/figures', getOverviewFigures, async (request) => {
    const today = todayInAmsterdam(now())
    const year = yearOf(today)
    const quarter = quarterOf(today)
    return inOrganization(databases.app, organizationOf(request).id, async (tx) => {
      const twoYears = { from: parsePlainDate(`${year - 1}-01-01`), until: parsePlainDate(`${year}-12-31`) }
      const byMonth = new Map((await monthFigures(tx, twoYears)).map(({ month, net }) => [month, net]))
      const vat = await vatFigures(tx, quarter)
      return {
        months: months.map((month) => ({
          month: `${year}-${month}`,
          net: formatAmount(byMonth.get(`${year}-${month}`) ?? ZERO),
          netBefore: formatAmount(byMonth.get(`${year - 1}-${month}`) ?? ZERO),
        })),
        ages: (await ageFigures(tx, today)).map(({ outstanding, ...it }) => ({
          ...it,
          outstanding: formatAmount(outstanding),
        })),
        quarter: {
          ...quarter,
          net: formatAmount(sumOf(vat.map(({ net }) => net))),
          vat: formatAmount(sumOf(vat.map((group) => group.vat))),
          groups: vat.map((group) => ({
            ...group,
            net: formatAmount(group.net),
            vat: formatAmount(group.vat),
          })),
        },
      }
    })
  })
}
