import { setTimeout as delay } from 'node:timers/promises'
import { DatabaseError } from '../errors/database-error.ts'
import type { RunningServer } from './join-server.ts'

export interface Watch {
  /** Looks no more, and waits for a start that is under way. */
  stop(): Promise<void>
}

export interface WatchOptions {
  running: RunningServer
  /** Whether the server's process runs. Asks the system, nobody else. */
  isAlive(running: RunningServer): boolean
  /** Starts a server in place of the one that is gone, at the same address. */
  startAgain(): Promise<RunningServer>
  log(line: string): void
  /** It cannot be started again, or it ends again and again: nobody looks after it any more. */
  onLost(error: unknown): void
  lookEveryMs?: number
  mostStarts?: number
}

/** Soon enough that nobody calls for help; looking is one question to the system. */
const lookEveryMs = 250

/** Killed now and then it is started again; one that ends this often within the time has a cause a person must find. */
const mostStartsWithin = 5
const withinMs = 10 * 60_000

/** After a start that failed: what stood in its way may be ending. */
const pauseMs = 500

/**
 * Starts the server again whenever it ended by itself: killed by a system without memory, or by a mistake. What was
 * acknowledged is there again, and whoever was connected connects anew.
 */
export function watchServer(options: WatchOptions): Watch {
  const { isAlive, log, mostStarts = mostStartsWithin, onLost, startAgain } = options
  let { running } = options
  let starting: Promise<void> | undefined
  const starts: { at: number; worked: boolean }[] = []

  const start = async () => {
    log(`the database server (process ${running.pid}) ended by itself and is started again`)
    for (let failure: unknown; ; await delay(pauseMs)) {
      const begun = { at: performance.now(), worked: false }
      starts.push(begun)
      const recent = starts.filter(({ at }) => at > begun.at - withinMs)
      if (recent.length > mostStarts) throw whyLost(recent, failure)
      try {
        running = await startAgain()
        begun.worked = true
        return log(`the database server is there again (process ${running.pid})`)
      } catch (error) {
        failure = error
        log(`the database server did not start: ${String(error)}`)
      }
    }
  }

  /** What starts and ends is told otherwise than what never starts, also where it ended while it was starting. */
  const whyLost = (recent: typeof starts, failure: unknown) =>
    failure === undefined || recent.some(({ worked }) => worked)
      ? new DatabaseError('server_ends_again', { times: String(mostStarts) })
      : failure

  const look = () => {
    if (starting !== undefined || isAlive(running)) return
    starting = start()
      .then(() => {
        starting = undefined
      })
      .catch((error: unknown) => {
        clearInterval(timer)
        onLost(error)
      })
  }
  const timer = setInterval(look, options.lookEveryMs ?? lookEveryMs)
  return {
    async stop() {
      clearInterval(timer)
      await starting
    },
  }
}
