import { checkedContent } from '../checks/check-fields.ts'
import type { AbortSignalLike } from './abort-signal.ts'
import type { OperationName } from './operation-names.ts'

/** What every method takes as its last argument. */
export type CallOptions = {
  /** Aborting rejects at once: `not_sent` before the request left, `outcome_unknown` after. */
  signal?: AbortSignalLike | undefined
}

/** The signal that a caller handed in. Throws an InvalidRequestError for what is none. */
export function signalOf(
  operation: OperationName,
  options: CallOptions | undefined,
): AbortSignalLike | undefined {
  if (options === undefined) return undefined
  return checkedContent(operation, (check) => {
    const { signal } = check.record('options', options)
    return check.signal('options.signal', signal)
  })
}
