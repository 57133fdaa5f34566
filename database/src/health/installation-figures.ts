import { sql } from 'kysely'
import type { Database } from '../pools/open-database.ts'

/** What migration 0030 counts. */
export type InstallationFigure = {
  readonly figure: string
  /** The state, the queue: what tells it from its like; empty where there is one. */
  readonly label: string
  readonly value: number
}

/**
 * Figures of all organizations together, and nothing of anyone. What is done is not counted, so that the cost
 * does not grow with the years. Role `stella_support`.
 */
export async function installationFigures({
  kysely,
}: Pick<Database, 'kysely'>): Promise<InstallationFigure[]> {
  const { rows } = await sql<InstallationFigure>`
    select figure, label, value from installation_figures() order by figure, label
  `.execute(kysely)
  return rows
}
