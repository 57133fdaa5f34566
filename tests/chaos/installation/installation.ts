import { randomBytes } from 'node:crypto'
import type { Codes } from '@stella/bookkeeping'
import { type Database, openDatabase } from '@stella/database'
import type { AdministrationAccess } from '@stella/e-boekhouden-sandbox'
import type { DatabaseServer, NewDatabase } from '../processes/database-server.ts'
import type { Dice } from '../processes/random.ts'
import type { SandboxProcess } from '../processes/sandbox.ts'
import type { Speed } from '../processes/scaled-clock.ts'
import { type Started, start } from '../processes/started.ts'
import { type ServiceProxy, startProxy } from '../proxy/interfering-proxy.ts'
import { addOrganization } from './add-organization.ts'
import type { Booked, NewInvoice } from './book-invoice.ts'
import type { Moment } from './points.ts'
import type { ProgramProcedures, ProgramSettings } from './program.ts'
import type { Trap } from './trap.ts'

export type Organization = {
  readonly id: string
  /** The administration it is linked to; its codes as they are now. */
  access: AdministrationAccess
  /** All that it was ever linked to. */
  readonly administrations: Map<string, AdministrationAccess>
  readonly customers: Set<string>
  /** What a process said it had made final; none of it may ever be lost. */
  readonly acknowledged: Booked[]
}

/** A process of an installation, with the way to the service that it alone uses. */
export type Place = {
  readonly proxy: ServiceProxy
  program: Started<ProgramProcedures>
  /** At which moment on the wire it was killed; null while it was not. */
  killedAt: Moment | null
}

/**
 * An installation of Stella: a database, its organizations with their administrations, and one or two processes
 * that each do all of the work. Everything that was ever a secret of it is remembered.
 */
export class Installation {
  readonly time: Speed
  readonly sandbox: SandboxProcess
  readonly owner: Database
  readonly organizations: Organization[] = []
  readonly places: Place[] = []
  readonly secrets = new Set<string>()
  readonly outputs: string[] = []
  readonly #database: NewDatabase
  #keys = randomBytes(32).toString('hex')

  private constructor(parts: { time: Speed; sandbox: SandboxProcess; database: NewDatabase }) {
    this.time = parts.time
    this.sandbox = parts.sandbox
    this.#database = parts.database
    this.owner = openDatabase({ url: parts.database.url, role: 'owner', maxConnections: 3 })
  }

  static async make(parts: {
    time: Speed
    sandbox: SandboxProcess
    server: DatabaseServer
    organizations: number
    processes: number
  }): Promise<Installation> {
    const database = await parts.server.newDatabase()
    const made = new Installation({ time: parts.time, sandbox: parts.sandbox, database })
    made.secrets.add(made.#keys)
    for (let count = 0; count < parts.processes; count += 1) {
      const proxy = await startProxy(parts.sandbox.soapUrl)
      made.places.push({ proxy, program: made.#launch(proxy, null), killedAt: null })
    }
    for (let count = 0; count < parts.organizations; count += 1) await made.#addOrganization()
    return made
  }

  /** Starts the process of a place anew; the one before must have ended. */
  restart(place: Place, trap: Trap | null = null): void {
    this.outputs.push(place.program.output())
    place.program = this.#launch(place.proxy, trap)
    place.killedAt = null
  }

  /** From the next start on, what is sealed is sealed with a new key; what was sealed before still opens. */
  rotateKey(): void {
    const key = randomBytes(32).toString('hex')
    this.secrets.add(key)
    this.#keys = `${key},${this.#keys}`
  }

  /** Books an invoice through one of the processes; whether it said that it did. */
  async book(place: Place, organization: Organization, invoice: NewInvoice): Promise<boolean> {
    try {
      const booked = await place.program.call('book', invoice)
      organization.acknowledged.push(booked)
      organization.customers.add(booked.customerId)
      return true
    } catch {
      return false
    }
  }

  /** Gives the administration a new code 1, as a changed password does; the link still has the old one. */
  async changePassword(organization: Organization): Promise<void> {
    organization.access = await this.sandbox.call('changePassword', organization.access.guid)
    organization.administrations.set(organization.access.guid, organization.access)
    this.#rememberCodes(organization.access)
  }

  /** Codes of books that the organization is not linked to: new ones, or some that it was linked to before. */
  async otherBooks(organization: Organization, dice: Dice): Promise<AdministrationAccess> {
    const before = [...organization.administrations.values()].filter(
      (it) => it.guid !== organization.access.guid,
    )
    const [first, ...others] = before
    if (first !== undefined && dice.happens(0.4)) return dice.pick([first, ...others])
    const access = await this.#newAdministration()
    organization.administrations.set(access.guid, access)
    return access
  }

  /** What became of it: `activated`, `codes_replaced`, or why it was refused. */
  link(place: Place, { id, access }: Organization): Promise<string> {
    return place.program.call('link', { organizationId: id, codes: codesOf(access), areOther: false })
  }

  /** A person decides that from now on these are its books, until told that they are. */
  async linkOther(place: Place, organization: Organization, access: AdministrationAccess): Promise<void> {
    organization.access = access
    const codes = codesOf(access)
    await this.#until(['books_changed', 'codes_replaced'], () =>
      place.program.call('link', { organizationId: organization.id, codes, areOther: true }),
    )
  }

  async close(): Promise<void> {
    for (const { program } of this.places) {
      program.signal('SIGCONT')
      program.signal('SIGKILL')
    }
    await Promise.all(this.places.map(({ program }) => program.ended))
    await Promise.all(this.places.map(({ proxy }) => proxy.close()))
    await this.owner.close()
  }

  #launch(proxy: ServiceProxy, trap: Trap | null): Started<ProgramProcedures> {
    const given: ProgramSettings = {
      appUrl: this.#database.urlOf('stella_app'),
      workerUrl: this.#database.urlOf('stella_worker'),
      soapUrl: proxy.url,
      time: this.time,
      keys: this.#keys,
      trap,
    }
    return start<ProgramProcedures>(new URL('./program.ts', import.meta.url), given)
  }

  async #addOrganization(): Promise<void> {
    const id = await addOrganization(this.owner)
    const access = await this.#newAdministration()
    const administrations = new Map([[access.guid, access]])
    const organization = { id, access, administrations, customers: new Set<string>(), acknowledged: [] }
    const [first] = this.places
    if (first === undefined) throw new Error('an installation has at least one process')
    await this.#until(['activated'], () => this.link(first, organization))
    this.organizations.push(organization)
  }

  /** With time running fast, a busy machine can be too slow for a call; a person would then try again. */
  async #until(wanted: readonly string[], link: () => Promise<string>): Promise<void> {
    let linked = ''
    for (let attempt = 0; attempt < 5 && !wanted.includes(linked); attempt += 1) linked = await link()
    if (!wanted.includes(linked)) throw new Error(`the link was refused: ${linked}`)
  }

  async #newAdministration(): Promise<AdministrationAccess> {
    const username = `proef-${randomBytes(6).toString('hex')}`
    const access = await this.sandbox.call('addAdministration', { username })
    this.#rememberCodes(access)
    return access
  }

  #rememberCodes({ username, code1, code2 }: AdministrationAccess): void {
    for (const code of [username, code1, code2]) this.secrets.add(code)
  }
}

function codesOf({ code1, code2, username }: AdministrationAccess): Codes {
  return { username, securityCode1: code1, securityCode2: code2 }
}
