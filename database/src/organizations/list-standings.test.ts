import { parsePlainDate } from '@stella/invoicing'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '../pools/open-database.ts'
import { saveVerdict } from '../reconciliation/verdicts.ts'
import { type TestDatabase, testConnection, testDatabase } from '../testing/index.ts'
import { newOrganization } from '../testing/test-organization.ts'
import { inOrganization, inTransaction } from '../transactions/in-organization.ts'
import { listStandings } from './list-standings.ts'

const period = { from: '2026-10-01', until: '2026-12-31' }
const today = parsePlainDate('2026-11-30')

let db: TestDatabase
let owner: Database
let app: Database
beforeAll(async () => {
  db = await testDatabase()
  owner = db.database('owner')
  app = db.database('stella_app')
})
afterAll(() => db.close())

/** Somebody with a session, who works for these. */
async function person(organizations: readonly string[]): Promise<{ id: string; token: string }> {
  const { rows } = await owner.pool.query<{ id: string; token: string }>(
    `with u as (insert into accounts."user" (name, email) values ('Meijer', gen_random_uuid() || '@example.nl') returning id),
      s as (insert into accounts.session (user_id, token, expires_at, updated_at)
        select id, gen_random_uuid(), now() + interval '1 day', now() from u returning token),
      m as (insert into accounts.member (organization_id, user_id, role) select o, u.id, 'bookkeeper'
        from u, unnest($1::uuid[]) as o)
    select u.id, s.token from u, s`,
    [organizations],
  )
  const [row] = rows
  if (row === undefined) throw new Error('nobody was made')
  return row
}

const seenWith = async (sessionTokenHash: string) =>
  (await inTransaction(app, (tx) => listStandings(tx, { sessionTokenHash, ...period, today }))).map(
    ({ id }) => id,
  )

describe('the organizations of a session', () => {
  let own: string[]
  let meijer: { id: string; token: string }
  beforeEach(async () => {
    own = [await newOrganization(db), await newOrganization(db)]
    meijer = await person(own)
    await person([await newOrganization(db)])
  })

  test('are those that its person works for, and no other', async () => {
    expect((await seenWith(meijer.token)).toSorted()).toEqual(own.toSorted())
  })

  test('are no longer those that the person left', async () => {
    const [first, second] = own
    await owner.pool.query('delete from accounts.member where user_id = $1 and organization_id = $2', [
      meijer.id,
      first,
    ])
    expect(await seenWith(meijer.token)).toEqual([second])
  })

  test.each([
    ['that ended', "update accounts.session set expires_at = now() - interval '1 second' where user_id = $1"],
    ['of somebody who is shut out', 'update accounts."user" set banned = true where id = $1'],
    [
      'of which somebody else makes use',
      'update accounts.session set impersonated_by = $1 where user_id = $1',
    ],
  ])('are none for one %s', async (_name, statement) => {
    await owner.pool.query(statement, [meijer.id])
    expect(await seenWith(meijer.token)).toEqual([])
  })

  test('are none for a token that is none, and the web reads none of the tables behind it', async () => {
    for (const token of ['', "' or true --", meijer.id]) expect(await seenWith(token)).toEqual([])
    const seen = inTransaction(app, (tx) => tx.selectFrom('reconciliation_verdicts').selectAll().execute())
    expect(await seen).toEqual([])
    const sessions = inTransaction(app, (tx) => sql`select from accounts.session`.execute(tx))
    await expect(sessions).rejects.toThrow('permission denied')
  })
})

test('a verdict is of the linked books and the period, and keeps since when it stands so', async () => {
  const organization = await newOrganization(db)
  const { token } = await person([organization])
  const at = (hour: number) => new Date(Date.UTC(2026, 10, 30, hour))
  const booksId = await inOrganization(app, organization, (tx) => testConnection(tx, at(6)))
  const judge = (openDifferences: number, hour: number, of: { from: string; until: string } = period) =>
    inOrganization(app, organization, (tx) =>
      saveVerdict(
        tx,
        { booksId, ...of, readAt: at(hour), lookedBy: 'Meijer', openDifferences, net: 5n, vat: -1n },
        at(hour),
      ),
    )
  const verdict = async () =>
    (await inTransaction(app, (tx) => listStandings(tx, { sessionTokenHash: token, ...period, today })))[0]
      ?.verdict
  await judge(1, 7, { from: '2026-11-01', until: '2026-11-30' })
  expect(await verdict()).toBeNull()
  await judge(3, 8)
  expect(await verdict()).toEqual({
    readAt: at(8),
    lookedBy: 'Meijer',
    openDifferences: 3,
    net: 5n,
    vat: -1n,
    since: at(8),
  })
  await judge(2, 9)
  expect(await verdict()).toMatchObject({ readAt: at(9), openDifferences: 2, since: at(8) })
  await judge(0, 10)
  await judge(0, 11)
  expect(await verdict()).toMatchObject({ readAt: at(11), openDifferences: 0, since: at(10) })
})

test('two hundred of them are one query, and take no second', async () => {
  const organizations = await Promise.all(Array.from({ length: 200 }, () => newOrganization(db)))
  const { token } = await person(organizations)
  const began = performance.now()
  expect(await seenWith(token)).toHaveLength(200)
  expect(performance.now() - began).toBeLessThan(1_000)
})
