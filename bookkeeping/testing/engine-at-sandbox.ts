import { type TestDatabase, testDatabase } from '@stella/database/testing'
import { type FaultRule, type Sandbox, type Settings, startSandbox } from '@stella/e-boekhouden-sandbox'
import { eBoekhoudenAt } from '../src/books/e-boekhouden-books.ts'
import type { Worker } from '../src/engine/worker.ts'
import { systemChance } from '../src/ports/chance.ts'
import { silentLog } from '../src/ports/log.ts'
import { startWorker } from '../src/start-worker.ts'
import { eventually } from './eventually.ts'
import { LinkedOrganization, testSeal } from './linked-organization.ts'
import { type ShiftedClock, shiftedClock } from './shifted-clock.ts'

/** Of a service that never answers: short, so that a test does not wait. The quarantine is reckoned from when a call
 * ended, however it did. */
const SHORT_TIME_OUT_MS = 1_000
/** Of one that answers, on a machine that may be busy. */
const TIME_OUT_MS = 300_000

/** The whole engine on PostgreSQL at work for one organization, against the sandbox; its clock can be advanced. */
export class EngineAtSandbox {
  readonly db: TestDatabase
  readonly sandbox: Sandbox
  readonly clock: ShiftedClock
  readonly organization: LinkedOrganization
  worker: Worker
  readonly #start: () => Worker

  private constructor(
    parts: Pick<EngineAtSandbox, 'db' | 'sandbox' | 'clock' | 'organization' | 'worker'> & {
      start: () => Worker
    },
  ) {
    this.#start = parts.start
    this.db = parts.db
    this.sandbox = parts.sandbox
    this.clock = parts.clock
    this.organization = parts.organization
    this.worker = parts.worker
  }

  static start(settings: Partial<Settings> = {}, ...faults: FaultRule[]): Promise<EngineAtSandbox> {
    const isSilent = faults.some(({ kind }) => kind === 'no_answer')
    return EngineAtSandbox.#startWithin(isSilent ? SHORT_TIME_OUT_MS : TIME_OUT_MS, settings, faults)
  }

  /** For a test that has the service fall silent later. */
  static startForSilence(settings: Partial<Settings>): Promise<EngineAtSandbox> {
    return EngineAtSandbox.#startWithin(SHORT_TIME_OUT_MS, settings, [])
  }

  static async #startWithin(
    totalTimeoutMs: number,
    settings: Partial<Settings>,
    faults: readonly FaultRule[],
  ): Promise<EngineAtSandbox> {
    const db = await testDatabase()
    const administration = { username: 'gebruiker-7f3a91' }
    const sandbox = await startSandbox({ administration, settings: { vatCheck: 'strict', ...settings } })
    const clock = shiftedClock()
    const seal = testSeal()
    const openBooks = eBoekhoudenAt(sandbox.soapUrl, { totalTimeoutMs })
    const codes = codesOf(sandbox)
    const organization = await LinkedOrganization.create(db, { clock, seal, openBooks, codes })
    for (const fault of faults) sandbox.faults.add(fault)
    const database = db.database('stella_worker')
    const parts = { database, seal, openBooks, clock, chance: systemChance, log: silentLog }
    const start = () => startWorker({ ...parts, pollEveryMs: 50 })
    return new EngineAtSandbox({ db, sandbox, clock, organization, worker: start(), start })
  }

  /** Another worker after one that was stopped. */
  restartWorker(): void {
    this.worker = this.#start()
  }

  get codes() {
    return codesOf(this.sandbox)
  }

  booking(invoiceId: string) {
    return this.organization.booking(invoiceId)
  }

  reaches(invoiceId: string, state: string) {
    return eventually(
      () => this.booking(invoiceId),
      (it) => it.state === state,
    )
  }

  mutations() {
    return this.sandbox.books().mutations
  }

  /** Lets the time of day run, between calls, until the outcome of an invoice is settled, whichever way. */
  settle(invoiceId: string): Promise<void> {
    return this.passUntil(invoiceId, ['booked', 'verified'])
  }

  /** The same, until it has come to one of these states. */
  async passUntil(invoiceId: string, states: readonly string[]): Promise<void> {
    const isThere = ({ state }: { state: string }) => states.includes(state)
    await eventually(() => this.booking(invoiceId).finally(() => this.moveOn()), isThere)
  }

  private async moveOn(): Promise<void> {
    const lane = await this.organization.within((tx) =>
      tx.selectFrom('booking_lanes').selectAll().executeTakeFirstOrThrow(),
    )
    if (lane.leased_by === null) {
      this.clock.advance(30_000)
      this.worker.wake()
    }
  }

  async close(): Promise<void> {
    await this.worker.stop()
    await this.sandbox.close()
    await this.db.close()
  }
}

function codesOf({ administration }: Sandbox) {
  const { username, code1, code2 } = administration
  return { username, securityCode1: code1, securityCode2: code2 }
}
