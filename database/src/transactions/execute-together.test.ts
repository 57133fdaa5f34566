import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase, testOrganization } from '../testing/index.ts'
import { executeLast, executeTogether, type Together } from './execute-together.ts'
import { inOrganization, type Transaction } from './in-organization.ts'

type Thing = { name: string; amount: number }

let db: TestDatabase
let organization: string
beforeAll(async () => {
  db = await testDatabase()
  organization = await testOrganization(db)
  await db.database('owner').pool.query(`create table things (name text primary key, amount int not null);
    grant select, insert, update on things to stella_worker`)
})
afterAll(() => db.close())
beforeEach(() => db.database('owner').pool.query('truncate things'))

const add = (name: string, amount: number) =>
  sql`insert into things values (${name}, ${amount}) returning 1`.toOperationNode()
const change = (name: string, amount: number) =>
  sql`update things set amount = ${amount} where name = ${name} returning 1`.toOperationNode()
const node = (operation: ReturnType<typeof add>) => ({ toOperationNode: () => operation })
const together = (operations: ReturnType<typeof add>[], required = 0): Together<Thing> => ({
  statements: operations.map(node),
  required,
})
const first = sql<Thing>`select name, amount from things order by name limit 1`

async function things(): Promise<Thing[]> {
  return (await db.database('owner').pool.query<Thing>('select * from things order by name')).rows
}

/** In a pool that asks seldom, and in one that waits for every answer. */
describe.each(['stella_worker', 'owner'] as const)('as %s', (role) => {
  const inOne = <T>(work: (tx: Transaction) => Promise<T>) =>
    inOrganization(db.database(role), organization, work)

  test('all is done', async () => {
    const found = await inOne((tx) =>
      executeTogether(tx, together([add('A', 1), add('B', 2), change('Z', 3)], 2)),
    )
    expect(found).toBeNull()
    expect(await things()).toEqual([
      { name: 'A', amount: 1 },
      { name: 'B', amount: 2 },
    ])
  })

  test('nothing stays where one that is required changes nothing, and what went before it does not either', async () => {
    const work = inOne(async (tx) => {
      await sql`insert into things values ('before', 0)`.execute(tx)
      await executeTogether(tx, together([add('A', 1), change('Z', 3)], 2))
    })
    await expect(work).rejects.toMatchObject({ code: 'superseded' })
    expect(await things()).toEqual([])
  })

  test('nothing stays where one is refused', async () => {
    await expect(inOne((tx) => executeTogether(tx, together([add('A', 1), add('A', 2)])))).rejects.toThrow()
    expect(await things()).toEqual([])
  })

  test('a row is found with it, as it was before; none where there is none', async () => {
    const adding = (name: string, amount: number) =>
      inOne((tx) => executeTogether(tx, { ...together([add(name, amount)], 1), reading: first }))
    expect(await adding('B', 1)).toBeNull()
    expect(await adding('A', 2)).toEqual({ name: 'B', amount: 1 })
  })

  test('nothing is asked where there is nothing to do', async () => {
    expect(await inOne((tx) => executeTogether(tx, together([])))).toBeNull()
  })

  test('the last is carried out, and its row is there once the transaction is over', async () => {
    await inOne((tx) => executeLast(tx, together([add('A', 1)], 1)))
    const { found } = await inOne((tx) =>
      executeLast(tx, { ...together([change('A', 2)], 1), reading: first }),
    )
    expect(await found).toEqual({ name: 'A', amount: 1 })
    expect(await things()).toEqual([{ name: 'A', amount: 2 }])
  })

  test('the transaction fails with its last, and nothing stays', async () => {
    const last = (operations: ReturnType<typeof add>[], required: number) =>
      inOne(async (tx) => {
        await sql`insert into things values ('before', 0)`.execute(tx)
        return executeLast(tx, together(operations, required))
      })
    await expect(last([change('Z', 3)], 1)).rejects.toMatchObject({ code: 'superseded' })
    await expect(last([add('A', 1), add('A', 2)], 1)).rejects.toThrow('duplicate key')
    expect(await things()).toEqual([])
  })

  test('the connection serves the next after such a failure', async () => {
    const failing = () => inOne((tx) => executeLast(tx, together([change('Z', 3)], 1)))
    for (let count = 0; count < 12; count += 1) await expect(failing()).rejects.toThrow()
    await inOne((tx) => executeLast(tx, together([add('A', 1)], 1)))
    expect(await things()).toEqual([{ name: 'A', amount: 1 }])
  })
})

test('where it asks seldom, the last and the commit are one wait', async () => {
  const worker = db.database('stella_worker')
  let isOver = false
  const transaction = inOrganization(worker, organization, async (tx) => {
    const { found } = await executeLast(tx, together([add('A', 1)], 1))
    // Nobody has waited for the answer yet.
    expect(await Promise.race([found, Promise.resolve('open')])).toBe('open')
    return { found }
  }).finally(() => {
    isOver = true
  })
  const { found } = await transaction
  expect(isOver).toBe(true)
  expect(await found).toBeNull()
})
