import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createApi } from '@stella/api'
import { type Database, type DatabaseRole, openDatabase } from '@stella/database'
import type { Logger } from 'pino'
import type { Configuration } from '../configuration/configuration.ts'
import type { DataFolder } from '../data-folder/data-folder.ts'
import { ProgramFailure } from '../failures/program-failure.ts'
import { failureOfListening } from '../processes/ports.ts'
import { sessionSecret } from '../secrets/session-secret.ts'

const webFolder = fileURLToPath(new URL('../../../web/dist', import.meta.url))

export interface ServicesOptions {
  configuration: Configuration
  folder: DataFolder
  log: Logger
  databaseUrl: string
  soapUrl: string
}

/** Web, API and worker, which live in this process. */
export interface Services {
  accounts: Database
  /** Starts to take requests. */
  listen(): Promise<void>
  /** Takes no more requests and ends the open ones. */
  close(): Promise<void>
  /** Lets the worker finish its call, then closes the connections to the database. */
  stop(): Promise<void>
}
