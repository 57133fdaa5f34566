import { type Database, findConnection, inOrganization, insertExchangesStatement } from '@stella/database'
import { openCodes } from '../books/kept-books.ts'
import { withBooks } from '../books/with-books.ts'
import type { CauseCode } from '../causes/causes.ts'
import { classify } from '../causes/classify.ts'
import type { Seal } from '../encryption/seal.ts'
import type { Exchange, Said } from '../ports/books.ts'
import type { Clock } from '../ports/clock.ts'
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
  await keep(worker, organizationId, booksId, said.exchanges)
  if (!said.ok) return { outcome: 'not_read', cause: classify(said.failure).cause }
  return { outcome: 'read', rows: said.value }
}

async function keep(
  worker: Database,
  organizationId: string,
  booksId: string,
  exchanges: readonly Exchange[],
): Promise<void> {
  if (exchanges.length === 0) return
  const rows = exchanges.map((exchange) => ({
    operation: exchange.operation,
    books_id: booksId,
    started_at: new Date(exchange.startedAt),
    finished_at: new Date(exchange.finishedAt),
    outcome: exchange.outcome,
    code: exchange.code,
    http_status: exchange.httpStatus,
    request: exchange.request,
    response: exchange.response,
  }))
  await inOrganization(worker, organizationId, (tx) => insertExchangesStatement(tx, rows).execute())
}
