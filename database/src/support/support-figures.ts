import { sql, type Transaction } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'

/** How e-Boekhouden.nl answered in a quarter of an hour, all organizations together. */
export interface ServiceQuarter {
  readonly quarter: Date
  readonly answered: number
  readonly refused: number
  readonly unanswered: number
  /** Half of the answers took longer; null where there was none. */
  readonly medianMs: number | null
}

/** The quarters in which anything was asked since then, in order. For the role of the support desk. */
export async function serviceAnswers(tx: Transaction<DB>, since: Date): Promise<ServiceQuarter[]> {
  const { rows } = await sql<ServiceQuarter>`
    select quarter, answered, refused, unanswered, median_ms as "medianMs" from service_answers(${since})
  `.execute(tx)
  return rows
}

/** What fails for one cause, in all organizations. */
export interface CauseFigures {
  readonly cause: string
  readonly organizations: number
  readonly bookings: number
  readonly relations: number
  /** Connections that pause for it. */
  readonly pauses: number
  /** The longest of them. */
  readonly since: Date
}

/** What fails by its cause, that of most organizations first. For the role of the support desk. */
export async function failuresByCause(tx: Transaction<DB>): Promise<CauseFigures[]> {
  const { rows } = await sql<CauseFigures>`select * from failures_by_cause()`.execute(tx)
  return rows
}
