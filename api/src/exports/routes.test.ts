import { silentLog } from '@stella/bookkeeping'
import { openTypesetting } from '@stella/documents'
import { type ExportJob, runExport } from '@stella/transfer'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { company, requester, signUp, type TestApi, testApi } from '../testing/test-api.ts'

let api: TestApi
const jobs: ExportJob[] = []
const typesetting = openTypesetting()
beforeAll(async () => {
  const queue = async (_tx: unknown, job: ExportJob) => void jobs.push(job)
  api = await testApi({ exports: { queue, wake: () => {} } })
})
afterAll(async () => {
  await typesetting.close()
  await api.close()
})

const wish = { from: '2026-01-01', until: '2026-12-31', withDocuments: false }

test('an archive is made once, fetched by who is signed in, and by nobody else', async () => {
  const [person, stranger] = [await signUp(api.app), await signUp(api.app)]
  await person.as('POST', '/api/customers', company)
  const made = await person.as('POST', '/api/exports', wish)
  expect(made.json(), made.body).toMatchObject({ state: 'making', size: null, expiresAt: null })
  expect((await person.as('POST', '/api/exports', wish)).json()).toMatchObject({
    status: 409,
    code: 'export_under_way',
  })
  const file = `/api/exports/${made.json().id}/file`
  expect((await person.as('GET', file)).json()).toMatchObject({ status: 409, code: 'export_not_ready' })
  const parts = { database: api.databases.app, typesetting, log: silentLog, now: () => new Date() }
  for (const job of jobs.splice(0)) await runExport(parts, job)
  const [listed] = (await person.as('GET', '/api/exports')).json().items
  expect(listed).toMatchObject({ state: 'ready', expiresAt: expect.any(String) })
  const fetched = await person.as('GET', file)
  expect(fetched.headers).toMatchObject({
    'content-type': 'application/zip',
    'content-disposition': 'attachment; filename="stella-2026-01-01-2026-12-31.zip"',
    'content-length': String(listed.size),
  })
  expect(fetched.rawPayload.subarray(0, 2).toString()).toBe('PK')
  expect(fetched.rawPayload).toHaveLength(listed.size)
  const log = (await person.as('GET', '/api/activities')).json().items
  expect(log.map(({ kind }: { kind: string }) => kind)).toEqual(['export_fetched', 'export_made'])
  for (const { detail } of log) expect(detail).toMatch(/door Marloes van Dijk\./i)
  expect((await requester(api.app, {})('GET', file)).statusCode).toBe(401)
  expect((await stranger.as('GET', file)).statusCode).toBe(404)
  expect((await stranger.as('DELETE', `/api/exports/${listed.id}`)).statusCode).toBe(404)
  expect((await stranger.as('GET', '/api/exports')).json().items).toEqual([])
  expect((await person.as('DELETE', `/api/exports/${listed.id}`)).statusCode).toBe(204)
  expect((await person.as('GET', file)).statusCode).toBe(404)
})

test('a period that ends before it begins is refused at its field', async () => {
  const { as } = await signUp(api.app)
  const answer = await as('POST', '/api/exports', { ...wish, until: '2025-12-31' })
  expect(answer.json()).toMatchObject({ status: 422, fields: [{ path: 'until', code: 'period_reversed' }] })
})
