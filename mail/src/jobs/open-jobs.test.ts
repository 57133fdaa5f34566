import { silentLog } from '@stella/bookkeeping'
import { type TestDatabase, testDatabase } from '@stella/database/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openJobs } from './open-jobs.ts'
import { queues } from './queues.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await testDatabase()
})
afterAll(() => db.close())

// The queues of imports and exports are worked on by the workspace `transfer`.
test('the tables of the migration are those that the installed pg-boss expects', async () => {
  const jobs = await openJobs({ database: db.database('stella_mail'), log: silentLog })
  const drift = await jobs.detectSchemaDrift()
  const found = await jobs.getQueues()
  await jobs.stop({ close: false })
  expect(drift).toMatchObject({ ok: true })
  expect(found.map(({ name }) => name).sort()).toEqual([...Object.values(queues), 'export', 'import'].sort())
})

test('its tables stay those of the owner, and the upkeep of pg-boss needs no more than its role has', async () => {
  const errors: string[] = []
  const log = {
    ...silentLog,
    warn: (event: string, fields = {}) => errors.push(`${event} ${JSON.stringify(fields)}`),
  }
  const jobs = await openJobs({ database: db.database('stella_mail'), log })
  await jobs.send(queues.letter, { organizationId: 'x' })
  await jobs.supervise()
  const [job] = await jobs.fetch(queues.letter)
  await jobs.fail(queues.letter, job?.id ?? '')
  await jobs.supervise(queues.letter)
  await jobs.stop({ close: false })
  expect(errors).toEqual([])
  const { rows } = await db
    .database('owner')
    .pool.query(
      `select distinct pg_get_userbyid(relowner) = current_user as own from pg_class where relnamespace = 'jobs'::regnamespace`,
    )
  expect(rows).toEqual([{ own: true }])
})

test('the worker and the web add jobs and read none; the support desk and the accounts do neither', async () => {
  for (const role of ['stella_worker', 'stella_app'] as const) {
    const { pool } = db.database(role)
    await expect(pool.query('select data from jobs.job')).rejects.toThrow('permission denied')
    await expect(pool.query('select data from jobs.job_common')).rejects.toThrow('permission denied')
    await expect(pool.query('delete from jobs.job_common')).rejects.toThrow('permission denied')
  }
  for (const role of ['stella_support', 'stella_accounts'] as const) {
    await expect(db.database(role).pool.query('select from jobs.queue'), role).rejects.toThrow(
      'permission denied',
    )
  }
})
