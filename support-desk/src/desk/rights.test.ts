import { expect, onTestFinished, test } from 'vitest'
import { listFailingBookings } from '../bookings/list-failing-bookings.ts'
import { lookAtBooking } from '../bookings/look-at-booking.ts'
import { listSupportCases } from '../cases/list-cases.ts'
import { lookAtCase } from '../cases/look-at-case.ts'
import { listPauses } from '../connections/list-pauses.ts'
import { listFailingRelations } from '../relations/list-failing-relations.ts'
import { lookAtRelation } from '../relations/look-at-relation.ts'
import { sessionTokenHash, TestDesk } from '../testing/test-desk.ts'

test('the support desk may read no column that nothing it shows comes from', async () => {
  const desk = await TestDesk.open()
  onTestFinished(() => desk.close())
  const { bookingId, invoiceId, organization } = await desk.failingBooking()
  const { relationId } = await desk.failingRelation()
  const caseId = await desk.ask(organization, { kind: 'invoice', id: invoiceId })
  const ofConnection = await desk.ask(organization, { kind: 'connection' })
  const screens = async () => {
    await lookAtBooking(desk.databases, { bookingId, sessionTokenHash })
    await lookAtRelation(desk.databases, { relationId, sessionTokenHash })
    await listPauses(desk.databases)
    await listFailingBookings(desk.databases)
    await listFailingRelations(desk.databases)
    await listSupportCases(desk.databases, {})
    await lookAtCase(desk.databases, { caseId, sessionTokenHash })
    await lookAtCase(desk.databases, { caseId: ofConnection, sessionTokenHash })
  }
  await screens()
  const unused: string[] = []
  const columns = await readableColumns(desk)
  for (const { table, column } of columns) {
    await desk.sql(`revoke select (${column}) on ${table} from stella_support`)
    const refusal = await screens().catch((error: unknown) => error)
    if ((refusal as { code?: string } | undefined)?.code !== '42501') unused.push(`${table}.${column}`)
    await desk.sql(`grant select (${column}) on ${table} to stella_support`)
  }
  expect(unused).toEqual([])
  expect(columns).toContainEqual({ table: 'exchanges', column: 'response' })
})

/** All that it may read, also of a table of which it may read everything. */
async function readableColumns(desk: TestDesk): Promise<{ table: string; column: string }[]> {
  const { rows } = await desk.db.database('owner').pool.query<{ table: string; column: string }>(
    `select attrelid::regclass::text as table, quote_ident(attname) as column
     from pg_attribute join pg_class on pg_class.oid = attrelid
     where relnamespace in ('public'::regnamespace, 'accounts'::regnamespace) and relkind = 'r' and attnum > 0
       and not attisdropped and has_column_privilege('stella_support', attrelid, attnum, 'select')
     order by 1, 2`,
  )
  return rows
}
