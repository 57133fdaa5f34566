import { checkedContent } from './check-fields.ts'
import type { OperationName } from './operation-names.ts'

/**
 * What the client uses of a standard `AbortSignal`, which is one of these. Written out, so that the types can be
 * read where neither the library of browsers nor that of Node is loaded.
 */
export type AbortSignalLike = {
  readonly aborted: boolean
  addEventListener(type: 'abort', listener: () => void, options?: { once?: boolean }): void
  removeEventListener(type: 'abort', listener: () => void): void
}

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
