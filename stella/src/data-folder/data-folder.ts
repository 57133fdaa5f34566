import { accessSync, constants, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { ProgramFailure } from '../failures/program-failure.ts'

/** Where everything stands that must survive a restart. */
export interface DataFolder {
  path: string
  lockFile: string
  logFile: string
  databaseFolder: string
  sandboxFolder: string
  sandboxProcessFile: string
  sealingKeyFile: string
  sessionSecretFile: string
  demoFile: string
  mailFolder: string
}

/**
 * Makes the data folder when it is not there and checks that it can be written to.
 * @throws ProgramFailure dataFolderNotWritable
 */
export function openDataFolder(path: string): DataFolder {
  const folder: DataFolder = {
    path,
    lockFile: join(path, 'stella.lock'),
    logFile: join(path, 'logs', 'stella.log'),
    databaseFolder: join(path, 'database'),
    sandboxFolder: join(path, 'sandbox'),
    sandboxProcessFile: join(path, 'sandbox.process.json'),
    sealingKeyFile: join(path, 'sealing.key'),
    sessionSecretFile: join(path, 'session.secret'),
    demoFile: join(path, 'demo.json'),
    mailFolder: join(path, 'mail'),
  }
  try {
    // Others may pass through (the database may run as a user of its own), but not look around.
    mkdirSync(path, { recursive: true, mode: 0o711 })
    mkdirSync(join(path, 'logs'), { recursive: true, mode: 0o700 })
    accessSync(path, constants.W_OK | constants.X_OK)
  } catch (error) {
    throw new ProgramFailure('dataFolderNotWritable', [path], error)
  }
  return folder
}
