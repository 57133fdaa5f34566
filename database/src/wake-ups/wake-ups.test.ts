import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../testing/index.ts'
import { announceWork, type KindOfWork, kindsOfWork, watchWork } from './wake-ups.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await testDatabase()
})
afterAll(() => db.close())

async function listen() {
  const heard: KindOfWork[] = []
  const watch = watchWork({ url: db.urlOf('stella_worker') }, (kind) => heard.push(kind))
  onTestFinished(() => watch.close())
  await expect.poll(() => heard).toEqual(kindsOfWork)
  return heard
}

test('every process that works hears what waits, and at its start that anything may', async () => {
  const [one, other] = [await listen(), await listen()]
  await announceWork(db.database('stella_app'), 'mail')
  for (const heard of [one, other]) await expect.poll(() => heard).toEqual([...kindsOfWork, 'mail'])
})

test('what is no kind of work wakes nobody', async () => {
  const heard = await listen()
  await db.database('stella_app').pool.query(`select pg_notify('stella_work', 'everything')`)
  await announceWork(db.database('stella_app'), 'exports')
  await expect.poll(() => heard).toEqual([...kindsOfWork, 'exports'])
})

test('a lost connection comes back, and anything may wait then', async () => {
  const heard = await listen()
  await db.database('owner').pool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where application_name = 'stella watch' and datname = current_database()`,
  )
  await expect.poll(() => heard).toEqual([...kindsOfWork, ...kindsOfWork])
})
