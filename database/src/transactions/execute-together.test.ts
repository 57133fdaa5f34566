import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase, testOrganization } from '../testing/index.ts'
import { executeAndFind, executeTogether } from './execute-together.ts'
import { inOrganization } from './in-organization.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await testDatabase()
})
afterAll(() => db.close())

const one = sql<number>`1`.as('one')

const series = (name: string) => ({
  name,
  pattern: `${name}{nummer}`,
  restarts_yearly: false,
  shape: `${name}#`,
})

test('tells for each statement how many rows it changed', async () => {
  const organization = await testOrganization(db)
  const counts = await inOrganization(db.database('stella_app'), organization, (tx) => {
    return executeTogether(tx, [
      tx
        .insertInto('series')
        .values([series('A'), series('B')])
        .returning(one),
      tx.updateTable('series').set({ revision: 7 }).where('name', '=', 'Z').returning(one),
      tx.insertInto('series').values(series('C')).returning(one),
    ])
  })
  expect(counts).toEqual([2, 0, 1])
  const names = await inOrganization(db.database('stella_app'), organization, (tx) =>
    tx.selectFrom('series').select('name').orderBy('name').execute(),
  )
  expect(names).toEqual([{ name: 'A' }, { name: 'B' }, { name: 'C' }])
})

test('keeps nothing of any when one is refused', async () => {
  const organization = await testOrganization(db)
  const app = db.database('stella_app')
  const work = inOrganization(app, organization, (tx) =>
    executeTogether(tx, [
      tx.insertInto('series').values(series('A')).returning(one),
      tx.insertInto('series').values(series('A')).returning(one),
    ]),
  )
  await expect(work).rejects.toThrow()
  const kept = await inOrganization(app, organization, (tx) => tx.selectFrom('series').selectAll().execute())
  expect(kept).toEqual([])
})

test('finds a row with it, as it was before; none where there is none', async () => {
  const organization = await testOrganization(db)
  const add = (name: string) =>
    inOrganization(db.database('stella_app'), organization, (tx) => {
      const all = tx.selectFrom('series').select(['name', 'created_at']).orderBy('name', 'desc')
      return executeAndFind(tx, [tx.insertInto('series').values(series(name)).returning(one)], all)
    })
  expect(await add('A')).toEqual({ counts: [1], row: null })
  const row = { name: 'A', created_at: expect.any(Date) }
  expect(await add('B')).toEqual({ counts: [1], row })
})

test('does nothing when there is nothing to do', async () => {
  const organization = await testOrganization(db)
  const counts = await inOrganization(db.database('stella_app'), organization, (tx) =>
    executeTogether(tx, []),
  )
  expect(counts).toEqual([])
})
