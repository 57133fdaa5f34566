import { noteHeartbeat } from '@stella/database'
import { expect, onTestFinished, test } from 'vitest'
import { testApi } from '../testing/test-api.ts'

test('requests are served while nobody works, and a watchdog hears of it', async () => {
  const api = await testApi()
  onTestFinished(() => api.close())
  const late = { status: 'late', database: 'ok', worker: 'late', mail: 'ok' }
  const health = await api.app.inject('/api/health')
  expect([health.statusCode, health.json()]).toEqual([200, late])
  const work = await api.app.inject('/api/health/work')
  expect([work.statusCode, work.json()]).toEqual([503, late])
})

test('a worker that looked for work just now is well', async () => {
  const api = await testApi()
  onTestFinished(() => api.close())
  await noteHeartbeat(api.database.database('stella_worker'))
  const work = await api.app.inject('/api/health/work')
  expect([work.statusCode, work.json()]).toEqual([
    200,
    { status: 'ok', database: 'ok', worker: 'ok', mail: 'ok' },
  ])
})
