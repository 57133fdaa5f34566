import { silentLog } from '@stella/bookkeeping'
import { noteHeartbeat } from '@stella/database'
import { type TestDatabase, testDatabase } from '@stella/database/testing'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { gauges, openMetrics } from './metrics.ts'
import { serveMetrics } from './serve-metrics.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await testDatabase()
})
afterAll(() => db.close())

const exchange = {
  operation: 'AddMutatie',
  startedAt: 1_000,
  finishedAt: 1_300,
  outcome: 'rejected',
  code: 'CMUT019',
  httpStatus: 200,
  request: '<geheim/>',
  response: null,
}

test('each figure that the database counts has a gauge, and none counts nothing', async () => {
  const { rows } = await db
    .database('owner')
    .pool.query<{ body: string }>(`select pg_get_functiondef('installation_figures()'::regprocedure) as body`)
  const counted = [...(rows[0]?.body ?? '').matchAll(/SELECT '(\w+)'::text/g)].map(([, name]) => name)
  expect(new Set(counted)).toEqual(new Set(Object.keys(gauges)))
})

test('an installation without a worker says so, and one with a worker how long ago it was heard', async () => {
  const metrics = openMetrics(db.database('stella_support'))
  expect(await metrics.text()).toMatch(/^stella_worker_silent_seconds \+?Inf/m)
  await noteHeartbeat(db.database('stella_worker'))
  const [, seconds] = /^stella_worker_silent_seconds (\S+)$/m.exec(await metrics.text()) ?? []
  expect(Number(seconds)).toBeGreaterThanOrEqual(0)
})

test('calls are told by operation, outcome and code, and what was said stays out', async () => {
  const metrics = openMetrics(db.database('stella_support'))
  metrics.onExchange(exchange)
  for (const code of ['CMUT033', 'E002.3', 'XYZ999'])
    metrics.onExchange({ ...exchange, operation: 'GetMutaties', code })
  const text = await metrics.text()
  expect(text).toContain(
    'stella_service_call_seconds_bucket{le="0.5",operation="AddMutatie",outcome="rejected"} 1',
  )
  expect(text).toContain(
    'stella_service_call_seconds_bucket{le="0.25",operation="AddMutatie",outcome="rejected"} 0',
  )
  expect(text).toContain('stella_service_refusals_total{code="CMUT019"} 1')
  expect(text.match(/^stella_service_unknown_codes_total\{.*/gm)).toEqual([
    'stella_service_unknown_codes_total{code="XYZ999"} 1',
  ])
  expect(text).not.toContain('geheim')
})

test('they are served at one address, and are not there when the database is not', async () => {
  const away = await testDatabase()
  const server = await serveMetrics(openMetrics(away.database('stella_support')), {
    host: '127.0.0.1',
    port: 0,
    log: silentLog,
  })
  onTestFinished(() => server.close())
  expect((await fetch(`${server.address}/metrics`)).status).toBe(200)
  expect((await fetch(`${server.address}/`)).status).toBe(404)
  expect((await fetch(`${server.address}/metrics`, { method: 'POST' })).status).toBe(404)
  await away.close()
  expect((await fetch(`${server.address}/metrics`)).status).toBe(503)
})
