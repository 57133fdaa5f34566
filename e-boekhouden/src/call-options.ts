/** What every method takes as its last argument. */
export type CallOptions = {
  /** Aborting rejects at once: `not_sent` before the request left, `outcome_unknown` after. */
  signal?: AbortSignal | undefined
}
