import type { EBoekhoudenError } from '../errors/errors.ts'
import { CredentialsError, NotSentError, OutcomeUnknownError, SessionError } from '../errors/errors.ts'
import type { AbortSignalLike } from '../service/abort-signal.ts'
import { assumptions } from '../service/assumptions.ts'
import type { CallOptions } from '../service/call-options.ts'
import { signalOf } from '../service/call-options.ts'
import type { Exchange } from '../service/exchange.ts'
import { failedOpening } from '../service/exchange.ts'
import type { OperationName } from '../service/operation-names.ts'

/** The session of one administration: opened when it is needed, shared by all callers, opened anew when it ends. */
export type Session = {
  /** Opens a new session, whatever is known of the old one. Callers at the same moment share one opening. */
  open(options?: CallOptions): Promise<void>
  /** Closes the session if one is kept. */
  close(options?: CallOptions): Promise<void>
  /**
   * Closes the session for good, also one that is just being opened: it may stand at the service already, so its
   * opening is waited for. Whoever waits for it, and every later caller, is told that it was closed.
   */
  end(): Promise<void>
  /**
   * Makes a call that needs a session. When the service refuses the session, the call is made once more with
   * a new one: a refused session means that nothing was carried out, whatever the call was.
   */
  within<T>(
    operation: OperationName,
    options: CallOptions | undefined,
    call: (sessionId: string, signal: AbortSignalLike | undefined) => Promise<T>,
  ): Promise<T>
}

export function createSession(parts: {
  exchange: Exchange
  /** Makes the call that opens a session and gives its id. */
  openAtService: () => Promise<string>
  /** The operation of that call. */
  openedBy: OperationName
  now: () => number
}): Session {
  const { exchange, openAtService, openedBy, now } = parts
  let kept: { id: string; openedAt: number } | null = null
  let opening: Promise<string> | null = null
  let ended = false

  function join(): Promise<string> {
    opening ??= openAndKeep().finally(() => {
      opening = null
    })
    return opening
  }

  async function openAndKeep(): Promise<string> {
    const openedAt = now()
    const id = await openAtService()
    kept = { id, openedAt }
    return id
  }

  async function current(operation: OperationName, signal: AbortSignalLike | undefined): Promise<string> {
    if (signal?.aborted) throw new NotSentError(operation, { reason: 'aborted' })
    if (ended) throw new NotSentError(operation, { reason: 'closed' })
    if (kept && now() - kept.openedAt < assumptions.sessionLifetimeMs) return kept.id
    try {
      return await unlessAborted(join(), signal, () => new NotSentError(operation, { reason: 'aborted' }))
    } catch (error) {
      throw failedOpening(operation, error)
    }
  }

  /** Another caller may have opened a new one in the meantime; that one is kept. */
  function forget(id: string): void {
    if (kept?.id === id) kept = null
  }

  async function close(signal?: AbortSignalLike): Promise<void> {
    if (kept === null) return
    const { id } = kept
    kept = null
    await exchange('CloseSession', { SessionID: id }, signal)
  }

  return {
    async open(options) {
      const signal = signalOf(openedBy, options)
      if (signal?.aborted) throw new NotSentError(openedBy, { reason: 'aborted' })
      if (ended) throw new NotSentError(openedBy, { reason: 'closed' })
      kept = null
      const givenUp = () => new OutcomeUnknownError(openedBy, { reason: 'aborted' })
      await unlessAborted(join(), signal, givenUp)
      if (ended) throw new OutcomeUnknownError(openedBy, { reason: 'closed' })
    },

    async close(options) {
      await close(signalOf('CloseSession', options))
    },

    async end() {
      ended = true
      await opening?.catch(() => undefined)
      await close()
    },

    async within(operation, options, call) {
      const signal = signalOf(operation, options)
      const callWith = (sessionId: string) => call(sessionId, signal)
      const first = await current(operation, signal)
      try {
        return await attempt(operation, first, callWith)
      } catch (error) {
        if (!(error instanceof SessionError)) throw error
      }
      return attempt(operation, await current(operation, signal), callWith)
    },
  }

  async function attempt<T>(
    operation: OperationName,
    id: string,
    call: (sessionId: string) => Promise<T>,
  ): Promise<T> {
    if (ended) throw new NotSentError(operation, { reason: 'closed' })
    try {
      return await call(id)
    } catch (error) {
      if (error instanceof SessionError || error instanceof CredentialsError) forget(id)
      throw error
    }
  }
}

/** A caller who gives up stops waiting; the opening goes on for the others. */
function unlessAborted<T>(
  promise: Promise<T>,
  signal: AbortSignalLike | undefined,
  givenUp: () => EBoekhoudenError,
): Promise<T> {
  promise.catch(() => undefined)
  if (!signal) return promise
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(givenUp())
    signal.addEventListener('abort', onAbort, { once: true })
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort))
  })
}
