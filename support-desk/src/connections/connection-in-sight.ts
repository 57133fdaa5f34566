import { type Explanation, explain } from '../causes/explain.ts'

/** The connection of the organization that something failed for, and why it pauses if it does. */
export interface ConnectionInSight {
  readonly state: string
  readonly explanation: Explanation | null
}

/** Null when the organization never had a connection. */
export function connectionInSight(row: {
  readonly connection_state: string | null
  readonly paused_cause: string | null
}): ConnectionInSight | null {
  if (row.connection_state === null) return null
  return { state: row.connection_state, explanation: explain(row.paused_cause, null) }
}
