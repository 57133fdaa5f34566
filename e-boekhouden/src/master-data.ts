import type { DecimalString } from './values.ts'

/** An administration that an accountant can reach. */
export type Administration = {
  company: string
  city: string
  /** To be passed to `openSessionSub`. */
  guid: string
  /** As the service writes it. */
  startOfBookYear: string
}

/** A cost centre (kostenplaats). */
export type CostCenter = {
  id: number
  description: string
  /** 0 for none. */
  parentId: number
}

/** All given conditions hold at once. Without any, all cost centres are returned. */
export type CostCenterFilter = {
  id?: number | undefined
  parentId?: number | undefined
  description?: string | undefined
}

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
