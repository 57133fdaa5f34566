import { join } from 'node:path'
import {
  type BackupPart,
  copyOrganization,
  copyOut,
  ensureLogins,
  type LoginSecret,
  type Logins,
  loginSecret,
  migrate,
  oneAtATime,
  refuseUnfinishedRestore,
  requireGrants,
  startEmbeddedServer,
  tryRestore,
} from '@stella/database'
import type { Logger } from 'pino'
import type { Configuration } from '../configuration/configuration.ts'
import type { DataFolder } from '../data-folder/data-folder.ts'
import { type DataPlace, failureOfDatabase, placeOfUrl } from '../failures/of-database.ts'
import { databaseSecret } from '../secrets/database-secret.ts'

export interface DatabaseServer {
  /** Each role's own; the owner's address leaves this file to nobody but a restore. */
  logins: Logins
  /** Makes copies of an organization to play with, which nobody but the owner may. */
  copyOrganization(organizationId: string, numbered: { first: number; copies: number }): Promise<void>
  place: DataPlace
  /** Everything that is backed up, as it is at one instant. */
  copyOut(): AsyncGenerator<BackupPart>
  /** Does the work unless another process with this database does it right now; returns whether it was done here. */
  oneAtATime(name: string, work: () => Promise<void>): Promise<boolean>
  /** Restores a backup into a scratch database beside this one, and has it checked there. */
  tryRestore<T>(parts: AsyncIterable<BackupPart>, check: Parameters<typeof tryRestore<T>>[2]): Promise<T>
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
  return withServer(configuration, folder, log, onLost, async (server, place) => {
    await refuseUnfinishedRestore(server.ownerUrl)
    const applied = await migrate(server.ownerUrl)
    await requireGrants(server.ownerUrl)
    const logins = await ensureLogins(server.ownerUrl, server.secret)
    log.info({ database: place.name, applied }, 'database ready')
    const source = configuration.backups.databaseUrl ?? server.ownerUrl
    return {
      logins,
      copyOrganization: (id, numbered) => copyOrganization(server.ownerUrl, id, numbered),
      place,
      copyOut: () => inSentences(copyOut(source), place),
      oneAtATime: (name, work) => oneAtATime(server.ownerUrl, name, work),
      tryRestore: (parts, check) => tryRestore(server, parts, check),
      stop: server.stop,
    }
  })
}

/**
 * Works with the server as its owner, before anybody else does, and stops it when that fails.
 *
 * @throws ProgramFailure for what a person can mend
 */
export async function withServer<T>(
  configuration: Configuration,
  folder: DataFolder,
  log: Logger,
  onLost: ((failure: unknown) => void) | undefined,
  work: (server: Server, place: DataPlace) => Promise<T>,
): Promise<T> {
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
      return await work(server, place)
    } catch (error) {
      await server.stop()
      throw error
    }
  } catch (error) {
    log.error({ err: error }, 'database not ready')
    throw failureOfDatabase(error, place)
  }
}

/** Its errors as sentences, for what a person can mend. */
async function* inSentences<T>(parts: AsyncGenerator<T>, place: DataPlace): AsyncGenerator<T> {
  try {
    yield* parts
  } catch (error) {
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
