import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase, testOrganization } from '../testing/index.ts'
import { executeTogether } from './execute-together.ts'
import { inOrganization } from './in-organization.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await testDatabase()
})
afterAll(() => db.close())

const one = sql<number>`1`.as('one')

test('tells for each statement how many rows it changed', async () => {
  const organization = await testOrganization(db)
  const counts = await inOrganization(db.database('stella_app'), organization, (tx) => {
    const series = (...years: number[]) => years.map((year) => ({ year }))
    return executeTogether(tx, [
      tx.insertInto('invoice_series').values(series(2026, 2027)).returning(one),
      tx.updateTable('invoice_series').set({ last_number: 7 }).where('year', '=', 2025).returning(one),
      tx.insertInto('invoice_series').values(series(2028)).returning(one),
    ])
  })
  expect(counts).toEqual([2, 0, 1])
  const years = await inOrganization(db.database('stella_app'), organization, (tx) =>
    tx.selectFrom('invoice_series').select('year').orderBy('year').execute(),
  )
  expect(years).toEqual([{ year: 2026 }, { year: 2027 }, { year: 2028 }])
})

test('keeps nothing of any when one is refused', async () => {
  const organization = await testOrganization(db)
  const app = db.database('stella_app')
  const work = inOrganization(app, organization, (tx) =>
    executeTogether(tx, [
      tx.insertInto('invoice_series').values({ year: 2026 }).returning(one),
      tx.insertInto('invoice_series').values({ year: 2026 }).returning(one),
    ]),
  )
  await expect(work).rejects.toThrow()
  const kept = await inOrganization(app, organization, (tx) =>
    tx.selectFrom('invoice_series').selectAll().execute(),
  )
  expect(kept).toEqual([])
})

test('does nothing when there is nothing to do', async () => {
  const organization = await testOrganization(db)
  const counts = await inOrganization(db.database('stella_app'), organization, (tx) =>
    executeTogether(tx, []),
  )
  expect(counts).toEqual([])
})
