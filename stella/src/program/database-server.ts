import { join } from 'node:path'
import {
  copyOrganization,
  ensureLogins,
  type LoginSecret,
  type Logins,
  loginSecret,
  migrate,
  requireGrants,
  startEmbeddedServer,
} from '@stella/database'
import type { Logger } from 'pino'
import type { Configuration } from '../configuration/configuration.ts'
import type { DataFolder } from '../data-folder/data-folder.ts'
import { type DataPlace, failureOfDatabase, placeOfUrl } from '../failures/of-database.ts'
import { databaseSecret } from '../secrets/database-secret.ts'

export interface DatabaseServer {
  /** Each role's own; the owner's address leaves this file to nobody. */
  logins: Logins
  /** Makes copies of an organization to play with, which nobody but the owner may. */
  copyOrganization(organizationId: string, numbered: { first: number; copies: number }): Promise<void>
  place: DataPlace
  /** Ends the embedded server; a server of someone else is left alone. */
  stop(): Promise<void>
}

/**
 * Starts the embedded PostgreSQL, or uses the one in the settings, brings its tables up to this version and makes sure
 * that each role has a login. The owner's connection ends with that.
 *
 * @param onLost makes the embedded server one that is watched and started again, and is told when that does not help
 * @throws ProgramFailure for what a person can mend
 */
export async function openDatabaseServer(
  configuration: Configuration,
  folder: DataFolder,
  log: Logger,
  onLost?: (failure: unknown) => void,
): Promise<DatabaseServer> {
  const { databaseUrl } = configuration
  const place: DataPlace =
    databaseUrl === undefined
      ? { name: folder.path, folder: folder.path, logFile: join(folder.path, 'postgresql', 'postgresql.log') }
      : { name: placeOfUrl(databaseUrl), logFile: folder.logFile }
  try {
    const server =
      databaseUrl === undefined
        ? await embedded(folder, log, onLost && ((error) => onLost(failureOfDatabase(error, place))))
        : external(databaseUrl, configuration, folder)
    try {
      const applied = await migrate(server.ownerUrl)
      await requireGrants(server.ownerUrl)
      const logins = await ensureLogins(server.ownerUrl, server.secret)
      log.info({ database: place.name, applied }, 'database ready')
      return {
        logins,
        copyOrganization: (id, numbered) => copyOrganization(server.ownerUrl, id, numbered),
        place,
        stop: server.stop,
      }
    } catch (error) {
      await server.stop()
      throw error
    }
  } catch (error) {
    log.error({ err: error }, 'database not ready')
    throw failureOfDatabase(error, place)
  }
}

interface Server {
  /** Of a user that may migrate. */
  ownerUrl: string
  /** What the passwords of logins come from; null where none are needed. */
  secret: LoginSecret | null
  stop(): Promise<void>
}

async function embedded(
  folder: DataFolder,
  log: Logger,
  onLost: ((error: unknown) => void) | undefined,
): Promise<Server> {
  const server = await startEmbeddedServer({
    dataFolder: folder.path,
    log: (line) => log.info({ part: 'database' }, line),
    ...(onLost && { onLost }),
  })
  return { ownerUrl: server.url, secret: null, stop: () => server.stop() }
}

function external(ownerUrl: string, { secretKey }: Configuration, folder: DataFolder): Server {
  const secret = loginSecret(databaseSecret(secretKey, folder.databaseSecretFile))
  return { ownerUrl, secret, stop: async () => {} }
}
