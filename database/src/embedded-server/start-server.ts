import { prepareFolders } from './folders.ts'
import { joinRunning } from './join-server.ts'
import { launch } from './launch-server.ts'
import { isServerOf, registerProcess } from './processes.ts'
import { serverUrl } from './readiness.ts'
import { stopServer } from './stop-server.ts'
import { watchServer } from './watch-server.ts'

export interface EmbeddedServerOptions {
  /** Made if it does not exist; holds all data, also across restarts. */
  dataFolder: string
  log?: (line: string) => void
  /** PostgreSQL's own settings, for tests: `{ fsync: 'off' }`. */
  settings?: Record<string, string>
  /**
   * With it the server is watched, and started again when it ends by itself. Told why when that does not help: there
   * is no database any more then.
   */
  onLost?: (error: unknown) => void
  /** Within ten minutes; default 5. */
  mostStarts?: number
}

export interface EmbeddedServer {
  /** Of the database `stella`, as the superuser, over a unix socket. */
  readonly url: string
  /** Whether the server ran already: left over from a process that was killed, or shared with a live one. */
  readonly adopted: boolean
  /** Ends the server in order, unless another process still uses it. May be called twice. */
  stop(): Promise<void>
}

/**
 * Starts the PostgreSQL that npm installed, on the data in `dataFolder`, or joins the server that runs on it.
 * The first start makes the data (about a second), later ones take about 0.1 s.
 *
 * @throws DatabaseError with a code for each cause that whoever runs Stella can do something about
 */
export async function startEmbeddedServer(options: EmbeddedServerOptions): Promise<EmbeddedServer> {
  const { log = () => {}, settings = {} } = options
  const folders = prepareFolders(options.dataFolder)
  const registration = registerProcess(folders.base)
  try {
    let running = (await joinRunning(folders)) ?? (await launch(folders, settings, log))
    const { socketFolder } = running
    const watch =
      options.onLost &&
      watchServer({
        running,
        isAlive: ({ pid }) => isServerOf(pid, folders.cluster),
        startAgain: async () => {
          running = (await joinRunning(folders)) ?? (await launch(folders, settings, log, socketFolder))
          return running
        },
        log,
        onLost: options.onLost,
        ...(options.mostStarts === undefined ? {} : { mostStarts: options.mostStarts }),
      })
    let stopping: Promise<void> | undefined
    const stop = async () => {
      await watch?.stop()
      if (!registration.leave().othersRemain) await stopServer(folders.cluster, running)
    }
    return {
      url: serverUrl(socketFolder),
      adopted: running.adopted,
      stop: () => {
        stopping ??= stop()
        return stopping
      },
    }
  } catch (error) {
    registration.leave()
    throw error
  }
}
