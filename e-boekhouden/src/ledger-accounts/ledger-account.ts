/** A ledger account (grootboekrekening). */
export type LedgerAccount = {
  /** The service's own number for it. */
  id: number
  /** At most 10 characters, unique within the administration: `1300`. */
  code: string
  description: string
  /**
   * `BAL` balance sheet, `VW` profit and loss, `FIN` bank or cash, `DEB` debtors, `CRED` creditors,
   * `AF6` `AF19` `AFOVERIG` `AF` VAT to pay, `BTWRC` VAT current account, `VOOR` input VAT.
   */
  category: string
  group: string
}

/** All given conditions hold at once. Without any, all accounts are returned. */
export type LedgerAccountFilter = {
  id?: number | undefined
  code?: string | undefined
  category?: string | undefined
}

/** What the service needs to make a ledger account; it takes `BAL` and `VW` only. */
export type NewLedgerAccount = {
  /** At most 10 characters. */
  code: string
  /** At most 50 characters. */
  description: string
  category: 'BAL' | 'VW'
  group?: string | undefined
}

/** All fields of an account that stays what they say; a field left empty is emptied. */
export type LedgerAccountUpdate = NewLedgerAccount & { id: number }
