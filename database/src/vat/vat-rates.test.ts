import { statutoryRates } from '@stella/invoicing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase, testOrganization } from '../testing/index.ts'
import { inOrganization } from '../transactions/in-organization.ts'
import { listVatRates } from './list-vat-rates.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await testDatabase()
})
afterAll(() => db.close())

test('a new database begins with the rates that the code knows', async () => {
  const app = db.database('stella_app')
  const rates = await inOrganization(app, await testOrganization(db), listVatRates)
  expect(rates).toEqual([...statutoryRates])
})

test('no role of the program changes them', async () => {
  const { pool } = db.database('stella_app')
  await expect(pool.query('delete from vat_rates')).rejects.toThrow(/permission denied/)
})
