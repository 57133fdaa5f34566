import { randomUUID } from 'node:crypto'
import { planBooking, planRelation } from '@stella/bookkeeping'
import {
  type CaseSubject,
  changeBooking,
  changeRelation,
  finalizeInvoice,
  findBookingOfInvoice,
  findRelationOfCustomer,
  inOrganization,
  insertExchangesStatement,
  openCase,
} from '@stella/database'
import {
  type TestDatabase,
  testConnection,
  testDatabase,
  testDraft,
  testOrganization,
} from '@stella/database/testing'
import type { SupportDatabases } from '../desk/support-databases.ts'

export const user = { id: randomUUID(), name: 'Sanne van de support' }
/** Of that person's session. */
export const sessionTokenHash = 'hash of the token of Sanne'
export const now = new Date('2026-11-22T12:00:00Z')

/** A support desk with a database of its own, and what there is to see at it. */
export class TestDesk {
  readonly db: TestDatabase
  readonly databases: SupportDatabases

  private constructor(db: TestDatabase) {
    this.db = db
    this.databases = { support: db.database('stella_support'), app: db.database('stella_app') }
  }

  static async open(): Promise<TestDesk> {
    const desk = new TestDesk(await testDatabase())
    await desk.signIn(user, sessionTokenHash)
    return desk
  }

  close(): Promise<void> {
    return this.db.close()
  }

  /** As the owner of the tables, past all rights. */
  async sql(statement: string, values: unknown[] = []): Promise<void> {
    await this.db.database('owner').pool.query(statement, values)
  }

  /** Somebody with a session of their own; of the support desk unless said otherwise. */
  async signIn(
    { id, name }: { id: string; name: string },
    tokenHash: string,
    { role = 'support', lasts = '1 hour' }: { role?: string; lasts?: string } = {},
  ): Promise<void> {
    await this.sql(`insert into accounts."user" (id, name, email, role) values ($1, $2, $3, $4)`, [
      id,
      name,
      `${id}@example.nl`,
      role,
    ])
    await this.sql(
      `insert into accounts.session (token, user_id, expires_at, updated_at)
       values ($1, $2, clock_timestamp() + $3::interval, now())`,
      [tokenHash, id, lasts],
    )
  }

  /** @returns the id of the organization */
  async connected(name: string, at = now): Promise<string> {
    const organization = await testOrganization(this.db, name)
    await inOrganization(this.databases.app, organization, (tx) => testConnection(tx, at))
    return organization
  }

  /** Makes an invoice of the organization final, and gives its booking that state. */
  async booking(organization: string, to: string, cause: string | null, at = now) {
    return inOrganization(this.databases.app, organization, async (tx) => {
      const invoice = await finalizeInvoice(tx, { invoiceId: (await testDraft(tx)).id })
      await planBooking(tx, { invoice, now: at })
      const planned = await findBookingOfInvoice(tx, invoice.id)
      if (planned === null) throw new Error('the booking was not planned')
      const set = { cause, cause_code: 'CMUT005', attempts: 1 }
      await changeBooking(tx, { id: planned.id, booksId: planned.books_id, from: 'planned', to, set, at })
      return { bookingId: planned.id, invoiceId: invoice.id, customerId: invoice.customerId }
    })
  }

  /** A final invoice of a connected organization whose booking e-Boekhouden.nl refused at that instant. */
  async failingBooking(at = now) {
    const organization = await this.connected('Bloemen Bos', at)
    return { organization, ...(await this.booking(organization, 'rejected', 'period_closed', at)) }
  }

  /** A connected organization with one draft, whose relation e-Boekhouden.nl refused at that instant. */
  async failingRelation(at = now, state = 'rejected') {
    const organization = await this.connected('Bloemen Bos', at)
    return inOrganization(this.databases.app, organization, async (tx) => {
      const { customerId } = await testDraft(tx)
      await planRelation(tx, { customerId, now: at })
      const relation = await findRelationOfCustomer(tx, customerId)
      if (relation === null) throw new Error('the relation was not planned')
      const set = { cause: 'refused_without_known_reason', cause_code: 'XYZ999', attempts: 1 }
      await changeRelation(tx, {
        id: relation.id,
        booksId: relation.books_id,
        from: 'planned',
        to: state,
        set,
        at,
      })
      return { organization, customerId, relationId: relation.id }
    })
  }

  /** Asks for help, which lets the support look for a day. Gives the id of the case. */
  async ask(organization: string, subject: CaseSubject): Promise<string> {
    const by = { id: randomUUID(), name: 'Marloes' }
    return inOrganization(this.databases.app, organization, (tx) =>
      openCase(tx, { subject, by, question: 'Waarom lukt dit niet?', consentHours: 24 }),
    )
  }

  /** What the worker would have said about one of them, refused after 120 ms. */
  async say(
    organization: string,
    about: { booking_id: string } | { relation_id: string },
    { operation, code }: { operation: string; code: string },
  ): Promise<void> {
    await inOrganization(this.db.database('stella_worker'), organization, (tx) =>
      insertExchangesStatement(tx, [
        {
          ...about,
          operation,
          started_at: now,
          finished_at: new Date(now.getTime() + 120),
          outcome: 'rejected',
          code,
          http_status: 200,
          request: `<${operation}/>`,
          response: `<${operation}Result/>`,
        },
      ]).execute(),
    )
  }
}

/** The ids of a whole list, read in pages of two. */
export async function allPages(
  list: (page: {
    limit: number
    cursor?: string
  }) => Promise<{ items: readonly { id: string }[]; nextCursor: string | null }>,
): Promise<string[]> {
  const seen: string[] = []
  let cursor: string | null = null
  do {
    const page = await list({ limit: 2, ...(cursor === null ? {} : { cursor }) })
    seen.push(...page.items.map((item) => item.id))
    cursor = page.nextCursor
  } while (cursor !== null)
  return seen
}
