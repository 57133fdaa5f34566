import type { DecimalString, PlainDate } from '../values/values.ts'

/** The balance of one ledger account, in euros; debit is positive. */
export type Balance = { accountId: number; accountCode: string; category: string; balance: DecimalString }

export type BalanceFilter = {
  /** Code of the ledger account. */
  account: string
  costCenterId?: number | undefined
  dateFrom?: PlainDate | undefined
  dateTo?: PlainDate | undefined
}

/** All given conditions hold at once, bounds included. */
export type BalancesFilter = {
  category?: string | undefined
  costCenterId?: number | undefined
  dateFrom?: PlainDate | undefined
  dateTo?: PlainDate | undefined
}
