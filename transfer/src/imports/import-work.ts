import type { Log, RegisterDependencies } from '@stella/bookkeeping'
import type { Database, Transaction } from '@stella/database'

/** What the work on an import needs. */
export type ImportParts = {
  /** Role `stella_app`: what is brought in goes where the web may write, behind row-level security. */
  readonly database: Database
  /** Tells the books of a customer that changed. */
  readonly customerChanged: (tx: Transaction, change: { customerId: string; now: Date }) => Promise<unknown>
  /** The way to the books themselves; left out where nothing is read from them. */
  readonly books?: RegisterDependencies | undefined
  readonly log: Log
  readonly now: () => Date
}

/** Which import, as its job carries it. */
export type ImportJob = { readonly organizationId: string; readonly importId: string }

/** Whether there is more to do, or who asked wants to stop here. */
export type Progress = 'more' | 'done'

/** Asked after every batch; what is not done stays for the next turn. */
export type MayGoOn = () => boolean
