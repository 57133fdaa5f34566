import { type Logins, openDatabase } from '@stella/database'
import type { Configuration } from '../configuration/configuration.ts'
import { type DataFolder, openDataFolder } from '../data-folder/data-folder.ts'
import { lockFolder } from '../data-folder/lock.ts'
import { findRunning } from '../data-folder/running.ts'
import { ProgramFailure } from '../failures/program-failure.ts'
import { openLog } from '../log/log-file.ts'
import { type DatabaseServer, openDatabaseServer } from '../program/database-server.ts'
import { type StopOrder, stopOrder } from '../program/stop-order.ts'
import { startSandboxProcess } from '../sandbox/sandbox-process.ts'
import { openSeal } from '../secrets/open-seal.ts'
import { sessionSecret } from '../secrets/session-secret.ts'
import type { Stage } from './stage.ts'

export interface StagePlaces {
  /** Where people find Stella, now or after `npm start`. */
  address: string
  isRunning: boolean
  folder: DataFolder
  copyOrganization: DatabaseServer['copyOrganization']
}

/**
 * Sets a stage on the data folder, beside a Stella that runs on it, whose database and sandbox it shares, or
 * without one; then both are started for the time being.
 *
 * @throws ProgramFailure demoNeedsSandbox, and what can keep a program from starting
 */
export async function withStage(
  configuration: Configuration,
  work: (stage: Stage, places: StagePlaces) => Promise<void>,
): Promise<void> {
  if (configuration.books.kind !== 'sandbox') throw new ProgramFailure('demoNeedsSandbox', [])
  const folder = openDataFolder(configuration.dataFolder)
  const { log, close } = openLog(folder.logFile, configuration.logLevel)
  const parts = stopOrder(log)
  try {
    const running = findRunning(folder.runningFile)
    if (running === undefined) {
      const lock = await lockFolder(folder.path, folder.lockFile)
      parts.add('lock', () => lock.release())
    } else if (running.sandboxUrl === undefined) throw new ProgramFailure('demoNeedsSandbox', [])
    const server = await openDatabaseServer(configuration, folder, log)
    parts.add('database', server.stop)
    const sandboxUrl = running?.sandboxUrl ?? (await startSandbox())
    const stage: Stage = {
      databases: poolsOf(server.logins, parts),
      seal: await openSeal(configuration, folder),
      secret: sessionSecret(configuration.secretKey, folder.sessionSecretFile),
      publicUrl: running?.address ?? configuration.publicUrl,
      sandboxUrl,
      log,
    }
    await work(stage, {
      address: stage.publicUrl,
      isRunning: running !== undefined,
      folder,
      copyOrganization: server.copyOrganization,
    })
  } finally {
    await parts.stopAll()
    close()
  }

  async function startSandbox(): Promise<string> {
    const { books } = configuration
    if (books.kind !== 'sandbox') throw new ProgramFailure('demoNeedsSandbox', [])
    const sandbox = await startSandboxProcess({ books, folder, log })
    parts.add('sandbox', sandbox.stop)
    return sandbox.url
  }
}

/** A few connections each, beside those of a program that may be running. */
function poolsOf(logins: Logins, parts: StopOrder): Stage['databases'] {
  const pool = (role: 'stella_app' | 'stella_accounts' | 'stella_support' | 'stella_worker') => {
    const database = openDatabase({
      url: logins.urlOf(role),
      role,
      maxConnections: 3,
      applicationName: `demo ${role}`,
    })
    parts.add(`connections of ${role}`, () => database.close())
    return database
  }
  return {
    app: pool('stella_app'),
    accounts: pool('stella_accounts'),
    support: pool('stella_support'),
    worker: pool('stella_worker'),
  }
}
