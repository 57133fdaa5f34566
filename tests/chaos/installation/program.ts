// Stella without its screens, as a process that can be killed at any moment: what the API does when an invoice is
// made final or codes are changed, and a worker, in one process and over one database, as in the program itself.
import {
  activateConnection,
  createSeal,
  eBoekhoudenAt,
  retryBooking,
  silentLog,
  systemChance,
  TOTAL_TIME_OUT_MS,
} from '@stella/bookkeeping'
import { findConnection, inOrganization, openDatabase } from '@stella/database'
import { keptBooks } from '../../../bookkeeping/src/books/kept-books.ts'
import type { BooksDecision } from '../../../bookkeeping/src/connections/books-question.ts'
import { parseSealingKeys } from '../../../bookkeeping/src/encryption/sealing-keys.ts'
import { startEngine } from '../../../bookkeeping/src/engine/worker.ts'
import { postgresStore } from '../../../bookkeeping/src/postgres/postgres-store.ts'
import { answerCalls } from '../processes/calls.ts'
import { type Speed, scaledClock } from '../processes/scaled-clock.ts'
import { settings } from '../processes/started.ts'
import { bookInvoice, type NewInvoice } from './book-invoice.ts'
import type { Linking } from './linking.ts'
import { booksWithMoments, sealWithMoments, storeWithMoments } from './ports-with-moments.ts'
import { Snare, type Trap } from './trap.ts'

export type ProgramSettings = {
  readonly appUrl: string
  readonly workerUrl: string
  readonly soapUrl: string
  readonly time: Speed
  /** As STELLA_SECRET_KEY. */
  readonly keys: string
  readonly trap: Trap | null
}

const given = settings<ProgramSettings>()
const snare = new Snare(given.trap)
const clock = scaledClock(given.time)
const app = openDatabase({ url: given.appUrl, role: 'stella_app', maxConnections: 4 })
const database = openDatabase({ url: given.workerUrl, role: 'stella_worker', maxConnections: 6 })
const seal = sealWithMoments(createSeal(parseSealingKeys(given.keys, 'the settings')), snare)
const totalTimeoutMs = TOTAL_TIME_OUT_MS / given.time.speed
const openBooks = booksWithMoments(eBoekhoudenAt(given.soapUrl, { totalTimeoutMs }), snare)

// The same as startWorker(), with the moments in between.
const engine = startEngine({
  store: storeWithMoments(postgresStore(database), snare),
  books: keptBooks({ database, seal, openBooks, clock }),
  clock,
  chance: systemChance,
  log: silentLog,
})

const procedures = {
  /** Makes an invoice and makes it final; its number, once that is committed. */
  book: (invoice: NewInvoice) => bookInvoice({ database: app, clock, snare, wake: engine.wake }, invoice),
  /** Links an organization, or gives its link new codes. */
  link: async ({ organizationId, codes, areOther }: Linking): Promise<string> => {
    const decision = areOther ? await switchFromLinked(organizationId) : null
    const dependencies = { database: app, openBooks, seal, clock }
    const linked = await activateConnection(dependencies, organizationId, codes, decision)
    snare.pass('office: codes stored')
    return linked.ok ? linked.event : (linked.refusal?.code ?? 'asked')
  },
  /** As «Opnieuw aanbieden». */
  offerAgain: async ({ organizationId, bookingId }: { organizationId: string; bookingId: string }) => {
    const now = new Date(clock.now())
    const offered = await inOrganization(app, organizationId, (tx) =>
      retryBooking(tx, { bookingId, now, by: 'organization' }),
    )
    engine.wake()
    return offered
  },
  trap: (trap: Trap | null) => snare.set(trap),
}
export type ProgramProcedures = typeof procedures

async function switchFromLinked(organizationId: string): Promise<BooksDecision> {
  const connection = await inOrganization(app, organizationId, (tx) => findConnection(tx))
  return { choice: 'switch', from: connection?.books_id ?? null, accepted: [], by: null }
}

answerCalls(procedures)
process.on('SIGTERM', () => {
  void engine.stop().then(() => process.exit(0))
})
