import { parsePlainDate } from '@stella/invoicing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { finalizeInvoice } from '../invoices/finalize-invoice.ts'
import { type Database, openDatabase } from '../pools/open-database.ts'
import { type TestDatabase, testDatabase, testDraft, testOrganization } from '../testing/index.ts'
import { inOrganization } from '../transactions/in-organization.ts'
import { findSeries } from './find-series.ts'
import { nextNumberOf } from './next-number.ts'

let db: TestDatabase
let app: Database
beforeAll(async () => {
  db = await testDatabase()
  app = openDatabase({ url: db.urlOf('stella_app'), role: 'stella_app' })
})
afterAll(async () => {
  await app.close()
  await db.close()
})

test('the number that is told is the number that is drawn, per year and per organization', async () => {
  const [one, other] = [await testOrganization(db), await testOrganization(db)]
  const told = (organization: string, day: string) =>
    inOrganization(app, organization, (tx) =>
      findSeries(tx, null).then(
        async (series) => (await nextNumberOf(tx, series, parsePlainDate(day))).number,
      ),
    )
  const drawn = () =>
    inOrganization(app, one, async (tx) => {
      const { id } = await testDraft(tx, { invoiceDate: parsePlainDate('2026-11-22') })
      return (await finalizeInvoice(tx, { invoiceId: id })).number
    })
  expect(await told(one, '2026-11-22')).toBe('2026-0001')
  expect(await told(one, '2026-11-22')).toBe(await drawn())
  expect(await told(one, '2026-01-01')).toBe(await drawn())
  expect(await told(one, '2027-01-01')).toBe('2027-0001')
  expect(await told(other, '2026-11-22')).toBe('2026-0001')
})
