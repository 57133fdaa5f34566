import { accessSync, constants, existsSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ProgramFailure, systemCodeOf } from '../failures/program-failure.ts'

/** Where everything stands that must survive a restart. */
export interface DataFolder {
  path: string
  lockFile: string
  runningFile: string
  logFile: string
  databaseFolder: string
  sandboxFolder: string
  sandboxProcessFile: string
  sealingKeyFile: string
  sessionSecretFile: string
  databaseSecretFile: string
  backupKeyFile: string
  demoFile: string
  scenariosFile: string
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
    runningFile: join(path, 'running.json'),
    logFile: join(path, 'logs', 'stella.log'),
    databaseFolder: join(path, 'database'),
    sandboxFolder: join(path, 'sandbox'),
    sandboxProcessFile: join(path, 'sandbox.process.json'),
    sealingKeyFile: join(path, 'sealing.key'),
    sessionSecretFile: join(path, 'session.secret'),
    databaseSecretFile: join(path, 'database.secret'),
    backupKeyFile: join(path, 'backup.key'),
    demoFile: join(path, 'demo.json'),
    scenariosFile: join(path, 'demo-scenarios.json'),
    mailFolder: join(path, 'mail'),
  }
  try {
    // Others may pass through (the database may run as a user of its own), but not look around.
    makeFolder(path, 0o711)
    makeFolder(join(path, 'logs'), 0o700)
    accessSync(path, constants.W_OK | constants.X_OK)
  } catch (error) {
    throw new ProgramFailure('dataFolderNotWritable', [path], error)
  }
  return folder
}

/**
 * One level at a time: mkdir with `recursive` never returns where the system says ENOENT though the parent is there,
 * as in /proc.
 */
function makeFolder(path: string, mode: number): void {
  if (existsSync(path)) return
  makeFolder(dirname(path), mode)
  try {
    mkdirSync(path, { mode })
  } catch (error) {
    if (systemCodeOf(error) !== 'EEXIST') throw error
  }
}
