import type { DecimalString } from '../values/values.ts'

/** An article (artikel). Prices are euros. */
export type Article = {
  id: number
  description: string
  code: string
  groupDescription: string
  groupCode: string
  unit: string
  purchasePriceExcl: DecimalString
  salesPriceExcl: DecimalString
  salesPriceIncl: DecimalString
  vatCode: string
  ledgerAccount: string
  /** As the service writes it: a fraction such as `0.21` was seen where the mutations have `21`. */
  vatRate: DecimalString
  costCenterId: number
  active: boolean
}

/** All given conditions hold at once. Without any, all articles are returned. */
export type ArticleFilter = {
  id?: number | undefined
  code?: string | undefined
  description?: string | undefined
  groupCode?: string | undefined
  groupDescription?: string | undefined
}
