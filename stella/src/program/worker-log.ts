import type { Log } from '@stella/bookkeeping'
import type { Logger } from 'pino'

/** The engine's log, written into the program's. */
export function workerLog(log: Logger): Log {
  const worker = log.child({ part: 'worker' })
  return {
    info: (event, fields) => worker.info(fields ?? {}, event),
    warn: (event, fields) => worker.warn(fields ?? {}, event),
    error: (event, fields) => worker.error(fields ?? {}, event),
  }
}
