// A worker in a process of its own, as `stella worker` is one.
import {
  createSeal,
  eBoekhoudenAt,
  silentLog,
  startWorker,
  systemChance,
  systemClock,
} from '@stella/bookkeeping'
import { openDatabase } from '@stella/database'
import { parseSealingKeys } from '../bookkeeping/src/encryption/sealing-keys.ts'
import { answerCalls } from '../tests/chaos/processes/calls.ts'
import { settings } from '../tests/chaos/processes/started.ts'

export type WorkerSettings = {
  readonly url: string
  readonly key: string
  readonly soapUrl: string
  readonly slots: number
}

const given = settings<WorkerSettings>()
const database = openDatabase({ url: given.url, role: 'stella_worker', maxConnections: 12 })
const worker = startWorker({
  database,
  seal: createSeal(parseSealingKeys(given.key, 'the benchmark')),
  openBooks: eBoekhoudenAt(given.soapUrl),
  clock: systemClock,
  chance: systemChance,
  log: silentLog,
  slots: given.slots,
})

const procedures = { started: (_: null): boolean => true }
export type WorkerProcedures = typeof procedures
answerCalls(procedures)
process.on('SIGTERM', () => {
  void worker
    .stop()
    .then(() => database.close())
    .then(() => process.exit(0))
})
