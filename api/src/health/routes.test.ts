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

test('from the moment it was told to stop requests should go elsewhere; what comes all the same is answered', async () => {
  let told = false
  const api = await testApi({ isDraining: () => told })
  onTestFinished(() => api.close())
  const ready = () => api.app.inject('/api/health/ready')
  const before = await ready()
  expect([before.statusCode, before.json(), before.headers.connection]).toEqual([
    200,
    { ready: true },
    'keep-alive',
  ])
  told = true
  const after = await ready()
  expect([after.statusCode, after.json(), after.headers.connection]).toEqual([503, { ready: false }, 'close'])
  for (const url of ['/api/health', '/api/health/live']) {
    expect((await api.app.inject(url)).statusCode, url).toBe(200)
  }
})
