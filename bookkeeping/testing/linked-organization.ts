import { randomBytes } from 'node:crypto'
import {
  creditInvoice,
  type Database,
  finalizeInvoice,
  findBookingOfInvoice,
  findConnection,
  findCustomer,
  inOrganization,
  listActivities,
  type MergedCustomers,
  mergeCustomers,
  saveCustomer,
  saveDraft,
} from '@stella/database'
import { type TestDatabase, testOrganization } from '@stella/database/testing'
import {
  type CustomerContent,
  mergeCustomers as contentOfBoth,
  type InvoiceContent,
  parsePlainDate,
  type Validated,
  validateCustomer,
  validateDraft,
} from '@stella/invoicing'
import { planBooking } from '../src/bookings/plan-booking.ts'
import { activateConnection, compareCodes } from '../src/connections/activate-connection.ts'
import type { BooksDecision } from '../src/connections/books-question.ts'
import type { OpenBooks } from '../src/connections/examine-codes.ts'
import { type Codes, createSeal, type Seal } from '../src/encryption/seal.ts'
import { parseSealingKeys } from '../src/encryption/sealing-keys.ts'
import type { Clock } from '../src/ports/clock.ts'
import { customersMerged, planRelation } from '../src/relations/plan-relation.ts'

export const testCodes: Codes = {
  username: 'proefbakker',
  securityCode1: 'code-een-3f9a71',
  securityCode2: 'code-twee-88b0c4',
}

export function testSeal(): Seal {
  return createSeal(parseSealingKeys(randomBytes(32).toString('hex'), 'test'))
}

/** In a database of several tests, organizations link the same books: that is asked about, and meant here. */
const linkedByOthers: BooksDecision = {
  choice: 'switch',
  from: null,
  accepted: ['linked_elsewhere'],
  by: null,
}

/** An organization with a profile and a customer, and what its people can do. */
export class LinkedOrganization {
  readonly id: string
  readonly app: Database
  readonly clock: Clock
  readonly seal: Seal
  customerId = ''

  constructor(id: string, parts: { app: Database; clock: Clock; seal: Seal }) {
    this.id = id
    this.app = parts.app
    this.clock = parts.clock
    this.seal = parts.seal
  }

  static async create(
    db: TestDatabase,
    parts: { clock: Clock; seal: Seal; openBooks: OpenBooks; codes?: Codes },
  ): Promise<LinkedOrganization> {
    const id = await testOrganization(db)
    const organization = new LinkedOrganization(id, { ...parts, app: db.database('stella_app') })
    organization.customerId = await organization.addCustomer()
    await organization.link(parts.openBooks, parts.codes ?? testCodes, linkedByOthers)
    return organization
  }

  within<T>(work: Parameters<typeof inOrganization<T>>[2]): Promise<T> {
    return inOrganization(this.app, this.id, work)
  }

  link(openBooks: OpenBooks, codes: Codes, decision: BooksDecision | null = linkedByOthers) {
    return activateConnection(
      { database: this.app, openBooks, seal: this.seal, clock: this.clock },
      this.id,
      codes,
      decision,
    )
  }

  /** What there is to decide about codes. */
  compare(openBooks: OpenBooks, codes: Codes) {
    return compareCodes({ database: this.app, openBooks, seal: this.seal, clock: this.clock }, this.id, codes)
  }

  async addCustomer(changes: Partial<CustomerContent> = {}): Promise<string> {
    const content = valid(validateCustomer({ ...customer, ...changes }))
    return (await this.within((tx) => saveCustomer(tx, content))).id
  }

  /** Saves a draft, as the API does. */
  draft(changes: Partial<Parameters<typeof validateDraft>[0]> = {}): Promise<string> {
    const content: InvoiceContent = valid(
      validateDraft({ ...invoice, customerId: this.customerId, ...changes }),
    )
    return this.within(async (tx) => {
      const { customerId, id } = await saveDraft(tx, content)
      await planRelation(tx, { customerId, now: new Date(this.clock.now()) })
      return id
    })
  }

  /** Makes one customer of two, as the API does. */
  merge(keptId: string, goneId: string): Promise<MergedCustomers> {
    return this.within(async (tx) => {
      const [kept, gone] = [await findCustomer(tx, keptId), await findCustomer(tx, goneId)]
      if (kept === undefined || gone === undefined) throw new Error('There is no such customer.')
      const contentOf = (stays: CustomerContent, goes: CustomerContent) => contentOfBoth(stays, goes).content
      const merged = await mergeCustomers(tx, { kept, gone, contentOf })
      const now = new Date(this.clock.now())
      await customersMerged(tx, { keptId, movedDrafts: merged.movedDrafts, now })
      return merged
    })
  }

  finalize(invoiceId: string): Promise<string> {
    const at = new Date(this.clock.now())
    return this.within(async (tx) => {
      const final = await finalizeInvoice(tx, { invoiceId, at })
      await planBooking(tx, { invoice: final, now: at })
      return final.number
    })
  }

  /** A final invoice; gives its id. */
  async invoice(changes: Partial<Parameters<typeof validateDraft>[0]> = {}): Promise<string> {
    const id = await this.draft(changes)
    await this.finalize(id)
    return id
  }

  /** A credit note for all of a final invoice; gives its id. */
  credit(invoiceId: string): Promise<string> {
    const at = new Date(this.clock.now())
    const crediting = { invoiceId, lines: null, invoiceDate: creditedOn, description: '', seriesId: null, at }
    return this.within(async (tx) => {
      const note = await creditInvoice(tx, crediting)
      await planBooking(tx, { invoice: note, now: at })
      return note.id
    })
  }

  async booking(invoiceId: string) {
    const booking = await this.within((tx) => findBookingOfInvoice(tx, invoiceId))
    if (booking === null) throw new Error(`Invoice ${invoiceId} has no booking.`)
    return booking
  }

  async connection() {
    const connection = await this.within(findConnection)
    if (connection === null) throw new Error('There is no connection.')
    return connection
  }

  async activityKinds(): Promise<string[]> {
    const page = await this.within((tx) => listActivities(tx, { limit: 100 }))
    return page.items.map((activity) => activity.kind).reverse()
  }
}

function valid<T>(checked: Validated<T>): T {
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems))
  return checked.value
}

const customer = {
  kind: 'company',
  name: 'Café De Zwaan',
  address: 'Kade 14',
  postalCode: '8011 AB',
  city: 'Zwolle',
}

const creditedOn = parsePlainDate('2026-11-23')

const invoice = {
  invoiceDate: '2026-11-22',
  paymentTermDays: 14,
  description: 'Broodjes',
  pricesIncludeVat: false,
  lines: [{ description: 'Broodjes', quantity: '10', unitPrice: '12.50', vatTreatment: 'low' }],
}
