import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase, testOrganization } from '../testing/index.ts'
import { inOrganization } from './in-organization.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await testDatabase()
})
afterAll(() => db.close())

test('of two that wait for each other one begins again, and both are done', async () => {
  const organization = await testOrganization(db)
  const both = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const begun = [0, 0]
  const lock = (own: 0 | 1) =>
    inOrganization(db.database('stella_worker'), organization, async (tx) => {
      begun[own] = (begun[own] ?? 0) + 1
      // Nobody waits for the answer to a lock; the statement after it comes once it is held.
      await sql`select pg_advisory_xact_lock(${own})`.execute(tx)
      await sql`select 1`.execute(tx)
      both[own]?.resolve()
      await Promise.all(both.map(({ promise }) => promise))
      await sql`select pg_advisory_xact_lock(${1 - own})`.execute(tx)
      await sql`select 1`.execute(tx)
      return own
    })
  expect(await Promise.all([lock(0), lock(1)])).toEqual([0, 1])
  expect((begun[0] ?? 0) + (begun[1] ?? 0)).toBe(3)
})

test('what goes wrong for another reason is told at once', async () => {
  const organization = await testOrganization(db)
  let begun = 0
  const work = inOrganization(db.database('stella_worker'), organization, async (tx) => {
    begun += 1
    await sql`select 1 / 0`.execute(tx)
  })
  await expect(work).rejects.toThrow('division by zero')
  expect(begun).toBe(1)
})
