import { expect, onTestFinished, test } from 'vitest'
import { testDatabase } from '../testing/index.ts'
import { covers, requireGrants } from './require-grants.ts'

test('a right on all columns covers that on some, and not the other way round', () => {
  expect(covers('delete select', 'select(id, name)')).toBe(true)
  expect(covers('select(id, name) update', 'select(name)')).toBe(true)
  expect(covers('select(id)', 'select(id, name)')).toBe(false)
  expect(covers('select(id)', 'select')).toBe(false)
})

test('a database whose roles lack a right is refused; what somebody gave besides is no matter', async () => {
  const db = await testDatabase()
  onTestFinished(() => db.close())
  const { pool } = db.database('owner')
  await pool.query('grant select on invoices to stella_mail')
  await requireGrants(db.url)
  await pool.query('revoke insert on invoices from stella_app')
  await expect(requireGrants(db.url)).rejects.toMatchObject({
    code: 'rights_missing',
    message: 'The role stella_app lacks its rights on invoices: the database was restored without them.',
  })
})
