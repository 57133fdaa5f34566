import {
  type ConnectionRow,
  changeConnection,
  findConnection,
  findLedgerAccounts,
  insertMapping,
  type LedgerAccount,
  markLaneDue,
  type StoredMapping,
  type Transaction,
} from '@stella/database'
import { offeredVatTreatments, type Problem } from '@stella/invoicing'
import { accountsFor, type BookedAs } from '../connections/check-accounts.ts'
import { settleAccounts } from './settle-accounts.ts'

/** Which accounts somebody chooses. */
export type MappingContent = Pick<StoredMapping, 'debtorsAccount' | 'revenueAccount' | 'byTreatment'>

export type MappingChange = {
  readonly content: MappingContent
  /** The version that was read, 0 where there was none: somebody else may have chosen since. */
  readonly version: number
  readonly by: string
  readonly now: Date
}

export type MappingChanged =
  | { readonly outcome: 'changed' | 'not_connected' | 'accounts_not_read' }
  | { readonly outcome: 'unfit'; readonly problems: readonly Problem[] }

/**
 * Chooses the accounts of the linked books for what becomes final from now on. What was set aside for an account goes to
 * these at once; the link, where it pauses, is tried with them.
 *
 * @throws DatabaseError `revision_conflict`
 */
export async function changeMapping(tx: Transaction, change: MappingChange): Promise<MappingChanged> {
  const { by, content, now, version } = change
  await markLaneDue(tx, now)
  const connection = await findConnection(tx)
  if (connection === null || connection.state === 'disconnected') return { outcome: 'not_connected' }
  const { books_id: booksId } = connection
  const kept = await findLedgerAccounts(tx, booksId)
  if (kept === null) return { outcome: 'accounts_not_read' }
  const problems = problemsOf(content, kept.accounts)
  if (problems.length > 0) return { outcome: 'unfit', problems }
  await insertMapping(tx, booksId, { ...content, version: version + 1, madeAt: now, madeBy: by })
  const isPaused = await useFromNow(tx, connection, { content, accounts: kept.accounts, now })
  await settleAccounts(tx, { booksId, at: now, mayChangePlanned: isPaused })
  return { outcome: 'changed' }
}

/** What is wrong with chosen accounts, each at its field. */
export function problemsOf(
  { byTreatment, debtorsAccount, revenueAccount }: MappingContent,
  found: readonly LedgerAccount[],
): Problem[] {
  return [
    ...problemsAt('debtorsAccount', debtorsAccount, 'debtors', found),
    ...problemsAt('revenueAccount', revenueAccount, 'revenue', found),
    ...Object.entries(byTreatment).flatMap(([treatment, account]) => {
      const path = `byTreatment.${treatment}`
      if (!offeredVatTreatments.some((offered) => offered === treatment))
        return [{ path, code: 'vat_treatment_unknown' as const }]
      return problemsAt(path, account, 'revenue', found)
    }),
  ]
}

/** What is wrong with an account that is chosen for this. */
export function problemsAt(
  path: string,
  account: string,
  as: BookedAs,
  found: readonly LedgerAccount[],
): Problem[] {
  if (accountsFor(as, found).some(({ code }) => code === account)) return []
  const isThere = found.some(({ code }) => code === account)
  return [{ path, code: isThere ? kindProblems[as] : 'ledger_account_unknown' }]
}

const kindProblems = {
  debtors: 'ledger_account_not_debtors',
  revenue: 'ledger_account_not_revenue',
} as const

/** Whether the link pauses: then nothing is sent before its next test, which is made at once. */
async function useFromNow(
  tx: Transaction,
  { state }: ConnectionRow,
  chosen: { content: MappingContent; accounts: readonly LedgerAccount[]; now: Date },
): Promise<boolean> {
  const { debtorsAccount, revenueAccount } = chosen.content
  const nameOf = (account: string) => chosen.accounts.find(({ code }) => code === account)?.name ?? ''
  const isPaused = state === 'paused'
  const usual = {
    debtors_account: debtorsAccount,
    debtors_account_name: nameOf(debtorsAccount),
    revenue_account: revenueAccount,
    revenue_account_name: nameOf(revenueAccount),
    ...(isPaused ? { test_requested_at: chosen.now } : {}),
  }
  const isChanged = await changeConnection(tx, { from: [state] }, usual)
  return isPaused && isChanged
}
