import type { ConnectionRow } from '@stella/database'
import { type CauseCode, isCauseCode } from '../causes/causes.ts'
import type { SalesAccounts } from '../mappings/sales-accounts.ts'

export const connectionStates = ['active', 'paused', 'disconnected'] as const
export type ConnectionState = (typeof connectionStates)[number]

export const relationsFrom = ['draft', 'final'] as const
export type RelationsFrom = (typeof relationsFrom)[number]

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
  /** When Stella tries by itself whether it works, daily or while it is paused; null when it is not tried. */
  readonly nextTestAt: Date | null
  /** Whether a customer goes to the books with its first invoice, or only with its first final one. */
  readonly relationsFrom: RelationsFrom
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
    nextTestAt: row.state === 'disconnected' ? null : row.next_test_at,
    relationsFrom: row.relations_from as RelationsFrom,
    testCause: isCauseCode(row.test_cause) ? row.test_cause : null,
    debtorsAccount: { code: row.debtors_account, name: row.debtors_account_name },
    revenueAccount: { code: row.revenue_account, name: row.revenue_account_name },
  }
}

/** The accounts on which everything is booked that has none of its own. */
export function usualAccountsOf(row: ConnectionRow): SalesAccounts {
  return { debtors: row.debtors_account, revenue: row.revenue_account }
}
