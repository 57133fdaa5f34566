import fc from 'fast-check'
import type { Transaction } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listActivities } from '../activities/list-activities.ts'
import { recordActivity } from '../activities/record-activity.ts'
import { listCustomers } from '../customers/list-customers.ts'
import { DatabaseError } from '../errors/database-error.ts'
import { listInvoices } from '../invoices/list-invoices.ts'
import type { DB } from '../schema/schema.generated.ts'
import { listSupportAudit } from '../support/support-audit.ts'
import { listSupportBookings } from '../support/support-bookings.ts'
import { listPausedConnections } from '../support/support-connections.ts'
import { listSupportRelations } from '../support/support-relations.ts'
import { type TestDatabase, testDatabase, testDraft, testOrganization } from '../testing/index.ts'
import { inOrganization, inTransaction } from '../transactions/in-organization.ts'

let db: TestDatabase
let organization: string
beforeAll(async () => {
  db = await testDatabase()
  organization = await testOrganization(db)
  await inOrganization(db.database('stella_app'), organization, async (tx) => {
    const { id } = await testDraft(tx)
    await recordActivity(tx, { kind: 'invoice_booked', subjectId: id })
  })
})
afterAll(() => db.close())

type List = (tx: Transaction<DB>, cursor: string) => Promise<unknown>

const ofOrganization: Record<string, List> = {
  audit: (tx, cursor) => listSupportAudit(tx, { cursor }),
  activities: (tx, cursor) => listActivities(tx, { cursor }),
  customers: (tx, cursor) => listCustomers(tx, { cursor }),
  invoices: (tx, cursor) => listInvoices(tx, { cursor }),
}
const ofSupport: Record<string, List> = {
  bookings: (tx, cursor) => listSupportBookings(tx, { cursor, states: ['rejected'] }),
  connections: (tx, cursor) => listPausedConnections(tx, { cursor }),
  relations: (tx, cursor) => listSupportRelations(tx, { cursor, states: ['rejected'] }),
}

const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`))
const day = fc.tuple(digits(4), digits(2), digits(2)).map((parts) => parts.join('-'))
const time = fc.tuple(digits(2), digits(2), digits(2)).map((parts) => parts.join(':'))
const part = fc.oneof(
  day,
  fc
    .tuple(day, time, fc.constantFrom('', '.1', '.123456', '.1234567'))
    .map(([on, at, f]) => `${on} ${at}${f}+00`),
  fc.uuid(),
  fc.stringMatching(/^\d{1,19}$/),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '',
    '\ud800',
    'infinity',
    '-infinity',
    'epoch',
    '0000-01-01',
    '2026-02-30',
    '2026-02-30 10:00:00+00',
    '0000-01-01 10:00:00+00',
  ),
  fc.jsonValue(),
)
const key = fc.oneof(
  fc.array(part, { maxLength: 3 }),
  fc.tuple(part, fc.uuid()),
  fc.tuple(part, fc.stringMatching(/^\d{1,18}$/)),
)
const cursor = fc.oneof(
  key.map((parts) => Buffer.from(JSON.stringify(parts)).toString('base64url')),
  fc.string(),
)

// Each either reads a page or says that the cursor is none: PostgreSQL is never asked what it cannot read.
test.each(Object.entries({ ...ofOrganization, ...ofSupport }))(
  'no cursor, however it was made, breaks the list of %s',
  async (name, list) => {
    const read = (made: string) =>
      name in ofSupport
        ? inTransaction(db.database('stella_support'), (tx) => list(tx, made))
        : inOrganization(db.database('stella_app'), organization, (tx) => list(tx, made))
    await fc.assert(
      fc.asyncProperty(cursor, async (made) => {
        const refused = await read(made).then(
          () => null,
          (error: unknown) => error,
        )
        if (refused === null) return
        expect(refused).toBeInstanceOf(DatabaseError)
        expect(refused).toMatchObject({ code: 'cursor_invalid' })
      }),
      { numRuns: 300 },
    )
  },
)
