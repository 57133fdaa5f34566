import type { Repeated } from '@stella/bookkeeping'
import type { Logins } from '@stella/database'
import { textsIn } from '@stella/texts'
import type { Logger } from 'pino'
import { type Accounts, openAccounts } from '../accounts/accounts.ts'
import { backupRecipient } from '../backups/backup-key.ts'
import { startNightlyBackups } from '../backups/nightly-backups.ts'
import type { Configuration } from '../configuration/configuration.ts'
import { type DataFolder, openDataFolder } from '../data-folder/data-folder.ts'
import { lockFolder } from '../data-folder/lock.ts'
import { forgetRunning, noteRunning } from '../data-folder/running.ts'
import { madeUpDomain } from '../demo/addresses.ts'
import { ensureDemo } from '../demo/demo.ts'
import { ProgramFailure } from '../failures/program-failure.ts'
import { openLog } from '../log/log-file.ts'
import { checkPortFree } from '../processes/ports.ts'
import { type SandboxProcess, startSandboxProcess } from '../sandbox/sandbox-process.ts'
import { openSeal } from '../secrets/open-seal.ts'
import { sessionSecret } from '../secrets/session-secret.ts'
import type { ShortScreen } from '../terminal/short-screen.ts'
import { type DatabaseServer, openDatabaseServer } from './database-server.ts'
import { type Duty, serves, works } from './duty.ts'
import { type Screens, startServices } from './services.ts'
import { type StopOrder, stopOrder } from './stop-order.ts'

export interface RunningProgram {
  screen: Omit<ShortScreen, 'seconds' | 'asRoot'>
  /** Resolves with the reason when it cannot go on; it must be stopped then. */
  broken: Promise<ProgramFailure>
  /** Lets whoever sends people here see that it goes, stops taking requests, lets the worker finish its call, then the sandbox, and the database last. */
  stop(): Promise<void>
  /** Ends what would outlive this process, without waiting for anything to finish. */
  force(): Promise<void>
}

/**
 * Starts all parts in the order in which they need each other. When one of them cannot start, those before it are
 * stopped again.
 * @param screens `elsewhere` while something else serves them and asks this program for the API only
 * @param duty a program that does not do everything shares database, key and books with others
 * @throws ProgramFailure for everything that a person can mend
 */
export async function startProgram(
  configuration: Configuration,
  screens: Screens = 'built',
  duty: Duty = 'everything',
): Promise<RunningProgram> {
  requireShared(configuration, duty)
  const folder = openDataFolder(configuration.dataFolder)
  const lock = await lockFolder(folder.path, folder.lockFile)
  const { log, close } = openLog(folder.logFile, configuration.logLevel)
  const parts = stopOrder(log)
  const broken = Promise.withResolvers<ProgramFailure>()
  let drain = () => Promise.resolve()
  const stop = async () => {
    forgetRunning(folder.runningFile)
    await drain()
    await parts.stopAll()
    close()
    lock.release()
  }
  try {
    const onBroken = (failure: unknown) => {
      log.fatal({ err: failure }, 'the program cannot go on')
      broken.resolve(asProgramFailure(failure, folder))
    }
    const started = await startParts({ configuration, duty, screens, folder, log, parts, onBroken })
    drain = started.drain
    const { address, sandbox } = started.screen
    const { keys } = await openSeal(configuration, folder)
    noteRunning(folder.runningFile, {
      address,
      sealingKeys: keys.map(({ name }) => name),
      ...(sandbox ? { sandboxUrl: sandbox } : {}),
    })
    return { screen: started.screen, force: started.force, broken: broken.promise, stop }
  } catch (error) {
    log.error({ err: error }, 'the program could not start')
    await stop()
    throw asProgramFailure(error, folder)
  }
}

function asProgramFailure(error: unknown, { logFile }: DataFolder): ProgramFailure {
  return error instanceof ProgramFailure ? error : new ProgramFailure('unexpected', [logFile], error)
}

/** Several programs work together only where they have the same database, key and books. */
function requireShared({ books, databaseUrl, secretKey }: Configuration, duty: Duty): void {
  if (duty === 'everything') return
  const missing: readonly [string, boolean][] = [
    ['DATABASE_URL', databaseUrl === undefined],
    ['STELLA_SECRET_KEY', secretKey === undefined],
    ['EBOEKHOUDEN_SOAP_URL', books.kind === 'sandbox'],
  ]
  for (const [setting, isMissing] of missing) {
    if (isMissing) throw new ProgramFailure('sharedSettingMissing', [setting])
  }
}

type StartOptions = {
  configuration: Configuration
  duty: Duty
  screens: Screens
  folder: DataFolder
  log: Logger
  parts: StopOrder
  onBroken: (failure: unknown) => void
}

type Started = Pick<RunningProgram, 'screen' | 'force'> & { drain(): Promise<void> }

async function startParts(options: StartOptions): Promise<Started> {
  const { configuration, duty, screens, folder, log, parts, onBroken } = options
  if (serves(duty)) await checkPortFree(configuration.host, configuration.port, 'PORT')
  const server = await openDatabaseServer(configuration, folder, log, onBroken)
  parts.add('database', server.stop)
  const sandbox = await startSandbox(configuration, folder, log, parts)
  const soapUrl = configuration.books.kind === 'sandbox' ? sandbox?.soapUrl : configuration.books.soapUrl
  const services = await startServices({
    configuration,
    duty,
    screens,
    folder,
    log,
    logins: server.logins,
    soapUrl: soapUrl ?? '',
  })
  parts.add('worker and connections', services.stop)
  const withAccounts = accountsOf(configuration, folder, log, server.logins)
  if (configuration.books.kind === 'service' && !configuration.demo) await withAccounts(endDemo(log))
  const backups = works(duty) ? await startBackups(configuration, folder, log, server) : undefined
  if (backups !== undefined) parts.add('backups', backups.stop)
  await services.listen()
  parts.add('web', services.close)
  const demo = configuration.demo
    ? await withAccounts((accounts) => ensureDemo(accounts, services.database, folder))
    : undefined
  // What nobody awaits and nobody expects: a loop that broke off would leave the rest standing as if it worked.
  process.on('uncaughtException', onBroken)
  return {
    drain: services.drain,
    screen: {
      address: configuration.publicUrl,
      dataFolder: folder.path,
      mail: mailPlace(configuration, folder),
      ...(demo ? { demo } : {}),
      ...(sandbox ? { sandbox: sandbox.url } : {}),
      ...(configuration.books.kind === 'service' ? { service: configuration.books.soapUrl } : {}),
    },
    async force() {
      sandbox?.kill()
      await server.stop()
    },
  }
}

async function startBackups(
  configuration: Configuration,
  folder: DataFolder,
  log: Logger,
  server: DatabaseServer,
): Promise<Repeated | undefined> {
  if (configuration.backups.folder === undefined) return undefined
  const recipient = await backupRecipient(configuration, folder)
  const parts = { server, folder: configuration.backups.folder, recipient }
  return startNightlyBackups({ ...parts, log: log.child({ part: 'backups' }) })
}

/** Where letters go, without the user and the password. */
function mailPlace({ mail }: Configuration, folder: DataFolder): ShortScreen['mail'] {
  if (mail.serverUrl === undefined) return { folder: folder.mailFolder }
  return { host: new URL(mail.serverUrl).hostname }
}

async function startSandbox(
  { books }: Configuration,
  folder: DataFolder,
  log: Logger,
  parts: StopOrder,
): Promise<SandboxProcess | undefined> {
  if (books.kind !== 'sandbox') return undefined
  const sandbox = await startSandboxProcess({ books, folder, log })
  parts.add('sandbox', sandbox.stop)
  return sandbox
}

type WithAccounts = <Result>(work: (accounts: Accounts) => Promise<Result>) => Promise<Result>

function accountsOf(
  configuration: Configuration,
  folder: DataFolder,
  log: Logger,
  logins: Logins,
): WithAccounts {
  return async (work) => {
    const secret = sessionSecret(configuration.secretKey, folder.sessionSecretFile)
    const accounts = await openAccounts({ logins, secret, log, texts: textsIn(configuration.language) })
    try {
      return await work(accounts)
    } finally {
      await accounts.close()
    }
  }
}

/** Before anybody can sign in: the passwords of made-up people lie in the data folder, and now the books are real. */
function endDemo(log: Logger) {
  return async (accounts: Accounts) => {
    const ended = await accounts.shutOut(madeUpDomain)
    if (ended > 0) log.info({ accounts: ended }, 'made-up accounts shut out')
  }
}
