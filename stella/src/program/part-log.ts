import type { Log } from '@stella/bookkeeping'
import type { Logger } from 'pino'

/** The log of a part, written into the program's under the name of that part. */
export function partLog(log: Logger, name: string): Log {
  const part = log.child({ part: name })
  return {
    info: (event, fields) => part.info(fields ?? {}, event),
    warn: (event, fields) => part.warn(fields ?? {}, event),
    error: (event, fields) => part.error(fields ?? {}, event),
  }
}
