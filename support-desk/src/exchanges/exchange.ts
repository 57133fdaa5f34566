import type { ExchangeRow } from '@stella/database'

/** One remote call, with the three codes and the session cut out before it was ever stored. */
export interface Exchange {
  readonly id: string
  readonly at: Date
  readonly operation: string
  /** Null when the call was begun and nothing is known of its end. */
  readonly outcome: string | null
  readonly serviceCode: string | null
  readonly httpStatus: number | null
  readonly durationMs: number | null
  readonly request: string | null
  readonly answer: string | null
}

export function exchangeOf(row: ExchangeRow): Exchange {
  return {
    id: row.id,
    at: row.started_at,
    operation: row.operation,
    outcome: row.outcome,
    serviceCode: row.code,
    httpStatus: row.http_status,
    durationMs: row.finished_at === null ? null : row.finished_at.getTime() - row.started_at.getTime(),
    request: row.request,
    answer: row.response,
  }
}
