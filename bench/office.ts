import { randomBytes } from 'node:crypto'
import {
  activateConnection,
  type Clock,
  createSeal,
  eBoekhoudenAt,
  type Seal,
  silentLog,
  startWorker,
  systemChance,
  systemClock,
  type Worker,
} from '@stella/bookkeeping'
import { type Database, openDatabase } from '@stella/database'
import type { AdministrationAccess } from '@stella/e-boekhouden-sandbox'
import { sql } from 'kysely'
import { parseSealingKeys } from '../bookkeeping/src/encryption/sealing-keys.ts'
import type { Store } from '../bookkeeping/src/ports/store.ts'
import { postgresStore } from '../bookkeeping/src/postgres/postgres-store.ts'
import { addOrganization } from '../tests/chaos/installation/add-organization.ts'
import {
  type Booked,
  bookInvoice,
  draftInvoice,
  finalizeDraft,
  type Office as Web,
} from '../tests/chaos/installation/book-invoice.ts'
import { Snare } from '../tests/chaos/installation/trap.ts'
import type { DatabaseServer, NewDatabase } from '../tests/chaos/processes/database-server.ts'
import type { SandboxProcess } from '../tests/chaos/processes/sandbox.ts'
import { type Started, start } from '../tests/chaos/processes/started.ts'
import type { WorkerProcedures, WorkerSettings } from './worker-program.ts'

/** An organization that is linked, with one customer who stands in the books already. */
export type Tenant = {
  readonly organizationId: string
  readonly access: AdministrationAccess
  readonly customerId: string
}

/** A database with linked organizations, and the engine that works on it. */
export class Office {
  readonly owner: Database
  readonly soapUrl: string
  readonly tenants: Tenant[] = []
  /** Sent to PostgreSQL by its worker, where they are counted. */
  statements = 0
  readonly #app: Database
  readonly #web: Web
  readonly #workers: Database
  readonly #sandbox: SandboxProcess
  readonly #workerUrl: string
  readonly #key = randomBytes(32).toString('hex')
  readonly #seal: Seal = createSeal(parseSealingKeys(this.#key, 'the benchmark'))
  #worker: Worker | null = null

  private constructor(database: NewDatabase, sandbox: SandboxProcess, soapUrl: string) {
    this.owner = openDatabase({ url: database.url, role: 'owner', maxConnections: 2 })
    this.#app = openDatabase({ url: database.urlOf('stella_app'), role: 'stella_app', maxConnections: 8 })
    this.#web = {
      database: this.#app,
      clock: systemClock,
      snare: new Snare(null),
      wake: () => this.#worker?.wake(),
    }
    this.#workerUrl = database.urlOf('stella_worker')
    // As the program does.
    this.#workers = openDatabase({
      url: this.#workerUrl,
      role: 'stella_worker',
      maxConnections: 12,
    })
    this.#sandbox = sandbox
    this.soapUrl = soapUrl
  }

  /** @param soapUrl the way to the sandbox that the engine takes */
  static async open(parts: {
    server: DatabaseServer
    sandbox: SandboxProcess
    soapUrl: string
    tenants: number
    countsStatements?: boolean
  }): Promise<Office> {
    const office = new Office(await parts.server.newDatabase(), parts.sandbox, parts.soapUrl)
    if (parts.countsStatements === true) office.#countStatements()
    for (let count = 0; count < parts.tenants; count += 1) await office.addTenant()
    return office
  }

  /** Its first invoice is booked right away, so that the relation is there. */
  async addTenant(): Promise<Tenant> {
    const organizationId = await addOrganization(this.owner)
    const access = await this.#sandbox.call('addAdministration', {})
    const { username, code1, code2 } = access
    const openBooks = eBoekhoudenAt(this.#sandbox.soapUrl)
    const linked = await activateConnection(
      { database: this.#app, openBooks, seal: this.#seal, clock: systemClock },
      organizationId,
      { username, securityCode1: code1, securityCode2: code2 },
    )
    if (!linked.ok) throw new Error(`the link was refused: ${linked.refusal?.code}`)
    this.startWorker()
    const { customerId } = await bookInvoice(this.#web, {
      organizationId,
      customer: { name: 'Café De Hoek' },
      pricesIncludeVat: false,
      lines,
    })
    await this.untilAll(['booked', 'verified'], organizationId)
    await this.stopWorker()
    const tenant = { organizationId, access, customerId }
    this.tenants.push(tenant)
    return tenant
  }

  /** Makes an invoice final; its worker, if it runs, is woken as the API does it. */
  async finalize(tenant: Tenant): Promise<Booked> {
    return this.finalizeDraft(tenant, await this.draft(tenant))
  }

  draft({ organizationId, customerId }: Tenant): Promise<string> {
    return draftInvoice(this.#web, {
      organizationId,
      customer: { id: customerId },
      pricesIncludeVat: false,
      lines,
    })
  }

  finalizeDraft({ organizationId }: Tenant, invoiceId: string): Promise<Booked> {
    return finalizeDraft(this.#web, organizationId, invoiceId)
  }

  /** The engine's memory, for whoever works without an engine. */
  store(): Store {
    return postgresStore(this.#workers)
  }

  startWorker(clock: Clock = systemClock): Worker {
    this.#worker = startWorker({
      database: this.#workers,
      seal: this.#seal,
      openBooks: eBoekhoudenAt(this.soapUrl),
      clock,
      chance: systemChance,
      log: silentLog,
    })
    return this.#worker
  }

  async stopWorker(): Promise<void> {
    await this.#worker?.stop()
    this.#worker = null
  }

  #countStatements(): void {
    this.#workers.pool.on('connect', (client) => {
      const query = client.query.bind(client) as (...sent: unknown[]) => unknown
      const counted = (...sent: unknown[]) => {
        this.statements += 1
        return query(...sent)
      }
      Object.assign(client, { query: counted })
    })
  }

  /** Starts a worker in a process of its own, which works for so many administrations at the same time. */
  async startWorkerProcess(slots: number): Promise<Started<WorkerProcedures>> {
    const given: WorkerSettings = { url: this.#workerUrl, key: this.#key, soapUrl: this.soapUrl, slots }
    const started = start<WorkerProcedures>(new URL('./worker-program.ts', import.meta.url), given)
    await started.call('started', null)
    return started
  }

  /**
   * Waits until all bookings, or those of an organization, are in one of these states.
   *
   * @throws Error when one of them waits for somebody who is not there
   */
  async untilAll(states: readonly string[], organizationId?: string): Promise<void> {
    const own = organizationId === undefined ? sql`` : sql`and organization_id = ${organizationId}`
    for (;;) {
      const { rows } = await sql<{ state: string; cause: string | null; invoice_number: string }>`
        select state, cause, invoice_number from bookings where state not in (${sql.join(states)}) ${own}
        order by state in ('rejected', 'conflict') desc limit 1`.execute(this.owner.kysely)
      const [left] = rows
      if (left === undefined) return
      if (left.state === 'rejected' || left.state === 'conflict')
        throw new Error(`${left.invoice_number} is ${left.state}: ${left.cause}`)
      await systemClock.sleep(20)
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stopWorker()
    await Promise.all([this.owner, this.#app, this.#workers].map((database) => database.close()))
  }
}

const lines = [
  { quantity: '2', unitPrice: '50.00', vatTreatment: 'high' },
  { quantity: '1', unitPrice: '12.50', vatTreatment: 'low' },
] as const
