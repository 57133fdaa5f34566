import type { ConnectionRow } from '@stella/database'
import type { SalesAccounts } from '../bookings/plan-mutation.ts'
import { type CauseCode, isCauseCode } from '../causes/causes.ts'

export const connectionStates = ['active', 'paused', 'disconnected'] as const
export type ConnectionState = (typeof connectionStates)[number]

/** The connection as screens and the API show it. */
export type ConnectionView = {
  readonly id: string
  readonly state: ConnectionState
  /** Why it is paused; null when it is not. */
  readonly pausedCause: CauseCode | null
  /** The administration that is linked, or was linked last. */
  readonly books: { readonly id: string; readonly name: string }
  /** The first characters of the user name; null after disconnecting. */
  readonly usernameHint: string | null
  readonly activatedAt: Date
  readonly lastTestedAt: Date | null
  /** What the last test found wrong; null when it passed. */
  readonly testCause: CauseCode | null
  readonly debtorsAccount: { readonly code: string; readonly name: string }
  readonly revenueAccount: { readonly code: string; readonly name: string }
}

export function connectionView(row: ConnectionRow): ConnectionView {
  return {
    id: row.id,
    state: row.state as ConnectionState,
    pausedCause: isCauseCode(row.paused_cause) ? row.paused_cause : null,
    books: { id: row.books_id, name: row.books_name },
    usernameHint: row.state === 'disconnected' ? null : row.username_hint,
    activatedAt: row.activated_at,
    lastTestedAt: row.tested_at,
    testCause: isCauseCode(row.test_cause) ? row.test_cause : null,
    debtorsAccount: { code: row.debtors_account, name: row.debtors_account_name },
    revenueAccount: { code: row.revenue_account, name: row.revenue_account_name },
  }
}

export function accountsOf(row: ConnectionRow): SalesAccounts {
  return { debtors: row.debtors_account, revenue: row.revenue_account }
}
