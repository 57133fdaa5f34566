import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { eBoekhoudenAt, eBoekhoudenRegistersAt } from '@stella/bookkeeping'
import type { Database, Logins } from '@stella/database'
import type { Logger } from 'pino'
import type { Configuration } from '../configuration/configuration.ts'
import type { DataFolder } from '../data-folder/data-folder.ts'
import { ProgramFailure } from '../failures/program-failure.ts'
import { openMetrics } from '../metrics/metrics.ts'
import { type MetricsServer, serveMetrics } from '../metrics/serve-metrics.ts'
import { openSeal } from '../secrets/open-seal.ts'
import { sessionSecret } from '../secrets/session-secret.ts'
import { shareLinkKey } from '../secrets/share-link-key.ts'
import { type Duty, serves } from './duty.ts'
import { partLog } from './part-log.ts'
import { closePools, openPools } from './pools.ts'
import { openWeb, type Web, webFolder } from './web.ts'
import { startWork } from './work.ts'

/** Who serves the screens: this program those in `web/dist`, or something before it, such as Vite. */
export type Screens = 'built' | 'elsewhere'

export interface ServicesOptions {
  configuration: Configuration
  duty: Duty
  screens: Screens
  folder: DataFolder
  log: Logger
  logins: Logins
  soapUrl: string
}

/** Web, API and worker, or one side of them, which live in this process, with their connections to the database. */
export interface Services {
  /** Role `stella_app`. */
  database: Database
  /** Starts to take requests. @throws ProgramFailure portTaken, portForbidden, hostUnknown */
  listen(): Promise<void>
  /** Tells whoever asks that requests should go elsewhere, and answers them still for as long as the settings say. */
  drain(): Promise<void>
  /** Takes no more requests and ends the open ones. */
  close(): Promise<void>
  /** Lets the worker finish its call, then closes the connections. */
  stop(): Promise<void>
}

/** @throws ProgramFailure webNotBuilt, sealingKeyUnusable */
export async function startServices(options: ServicesOptions): Promise<Services> {
  const { configuration, duty, screens, folder, log, logins, soapUrl } = options
  if (serves(duty) && screens === 'built' && !existsSync(join(webFolder, 'index.html')))
    throw new ProgramFailure('webNotBuilt', [])
  const seal = await openSeal(configuration, folder)
  const pools = openPools(duty, logins, configuration.databasePoolerUrl)
  // Nothing is counted that nobody reads.
  const metrics =
    configuration.metricsPort === undefined
      ? undefined
      : openMetrics(pools.stella_support, configuration.backups.folder)
  const openBooks = eBoekhoudenAt(soapUrl, { onExchange: metrics?.onExchange })
  const openRegisters = eBoekhoudenRegistersAt(soapUrl, { onExchange: metrics?.onExchange })
  const secret = sessionSecret(configuration.secretKey, folder.sessionSecretFile)
  const parts = {
    configuration,
    folder,
    log,
    pools,
    seal,
    openBooks,
    openRegisters,
    secret,
    linkKey: shareLinkKey(secret),
  }
  const work = await startWork(duty, parts)
  const web: Web | undefined = serves(duty)
    ? await openWeb({ ...parts, queues: work.queues, webFolder: screens === 'built' ? webFolder : undefined })
    : undefined
  let figures: MetricsServer | undefined
  return {
    database: pools.stella_app,
    async listen() {
      const { host, metricsPort } = configuration
      if (metrics !== undefined && metricsPort !== undefined)
        figures = await serveMetrics(metrics, { host, port: metricsPort, log: partLog(log, 'metrics') })
      await web?.listen()
    },
    drain: async () => {
      await web?.drain()
    },
    close: async () => {
      await web?.close()
    },
    async stop() {
      await figures?.close()
      await work.stop()
      await closePools(pools)
    },
  }
}
