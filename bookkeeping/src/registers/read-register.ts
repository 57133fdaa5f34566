import { type Database, findConnection, inOrganization } from '@stella/database'
import { openCodes } from '../books/kept-books.ts'
import { withBooks } from '../books/with-books.ts'
import type { CauseCode } from '../causes/causes.ts'
import { classify } from '../causes/classify.ts'
import type { Seal } from '../encryption/seal.ts'
import type { Said } from '../ports/books.ts'
import type { Clock } from '../ports/clock.ts'
import { keepExchanges } from '../postgres/exchange-statements.ts'
import { TOTAL_TIME_OUT_MS } from '../retries/absence.ts'
import type { OpenRegisters } from './e-boekhouden-registers.ts'
import type { Registers } from './register.ts'

export type RegisterDependencies = {
  /** Role `stella_worker`: it alone reads sealed codes. */
  readonly worker: Database
  readonly openRegisters: OpenRegisters
  readonly seal: Seal
  readonly clock: Clock
}

export type RegisterRead<Row> =
  | { readonly outcome: 'read'; readonly rows: readonly Row[] }
  /** There is no connection, or it is one with other books by now. */
  | { readonly outcome: 'not_connected' }
  | { readonly outcome: 'not_read'; readonly cause: CauseCode | null }

/** One register of the linked books, read in one call, which is written down like every other. */
export async function readRegister<Row>(
  dependencies: RegisterDependencies,
  { booksId, organizationId }: { organizationId: string; booksId: string },
  call: (registers: Registers, signal: AbortSignal) => Promise<Said<readonly Row[]>>,
): Promise<RegisterRead<Row>> {
  const { clock, openRegisters, worker } = dependencies
  const connection = await inOrganization(worker, organizationId, findConnection)
  if (connection === null || connection.state === 'disconnected' || connection.books_id !== booksId)
    return { outcome: 'not_connected' }
  const of = { connectionId: connection.id, booksId }
  const codes = await openCodes({ ...dependencies, database: worker }, { organizationId }, of)
  if (codes === null) return { outcome: 'not_read', cause: 'codes_unreadable' }
  const said = await withBooks(openRegisters(codes), { clock, withinMs: 2 * TOTAL_TIME_OUT_MS }, call)
  const { exchanges } = said
  await inOrganization(worker, organizationId, (tx) =>
    keepExchanges(tx, { at: clock.now(), booksId, exchanges }),
  )
  if (!said.ok) return { outcome: 'not_read', cause: classify(said.failure).cause }
  return { outcome: 'read', rows: said.value }
}
