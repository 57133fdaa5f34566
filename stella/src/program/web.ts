import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { createApi } from '@stella/api'
import { systemClock } from '@stella/bookkeeping'
import { standingOfBackups } from '../backups/backup-report.ts'
import { failureOfListening } from '../processes/ports.ts'
import { newerSecrets } from '../secrets/session-secret.ts'
import type { Queues, WorkParts } from './work.ts'

/** The built screens. */
export const webFolder = fileURLToPath(new URL('../../../web/dist', import.meta.url))

export interface Web {
  /** @throws ProgramFailure portTaken, portForbidden, hostUnknown */
  listen(): Promise<void>
  /** Says that it is not ready any more, and goes on for as long as whoever sends people here may take to see that. */
  drain(): Promise<void>
  /** Takes no more requests and ends the open ones. */
  close(): Promise<void>
}

export type WebParts = WorkParts & { queues: Queues; webFolder: string | undefined }

/** The API, and the screens where they are served here. */
export async function openWeb(parts: WebParts): Promise<Web> {
  const { configuration, log, pools, seal, openBooks, secret, linkKey, queues } = parts
  const backupsFolder = configuration.backups.folder
  let isDraining = false
  const api = await createApi({
    databases: { app: pools.stella_app, accounts: pools.stella_accounts, support: pools.stella_support },
    bookkeeping: { openBooks, seal, clock: systemClock, wake: queues.wakeBookings },
    mailing: queues.messages,
    imports: queues.imports,
    exports: queues.exports,
    caseLetters: queues.caseLetters,
    shareLinkKey: linkKey,
    secret,
    newerSecrets: newerSecrets(configuration.secretKey),
    log,
    letters: queues.letters,
    backups: backupsFolder === undefined ? undefined : () => standingOfBackups(backupsFolder),
    webFolder: parts.webFolder,
    publicUrl: configuration.publicUrl,
    supportAddress: configuration.supportAddress,
    trustedProxies: configuration.trustedProxies,
    supportNeedsSecondFactor: configuration.books.kind === 'service',
    isDraining: () => isDraining,
  })
  return {
    async listen() {
      const { host, port } = configuration
      await api.listen({ host, port }).catch((error) => {
        throw failureOfListening(error, host, port, 'PORT')
      })
    },
    async drain() {
      isDraining = true
      await sleep(configuration.drainSeconds * 1_000)
    },
    close: async () => {
      await api.close()
    },
  }
}
