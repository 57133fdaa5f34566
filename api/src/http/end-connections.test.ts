import { once } from 'node:events'
import { type AddressInfo, connect } from 'node:net'
import fastify from 'fastify'
import { expect, test } from 'vitest'
import { endConnections } from './end-connections.ts'

/** What a timer can wait for at the longest: 25 days. */
const longest = 2_147_000_000

test('an answer that is under way while the API closes is given, and its connection ends with it', async () => {
  const [begun, release] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const app = fastify({ keepAliveTimeout: longest })
  endConnections(app)
  app.get('/', async () => {
    begun.resolve()
    await release.promise
    return 'in time'
  })
  await app.listen({ host: '127.0.0.1', port: 0 })
  const page = connect((app.server.address() as AddressInfo).port, '127.0.0.1')
  page.write('GET / HTTP/1.1\r\nhost: localhost\r\n\r\n')
  await begun.promise
  const closed = app.close()
  await expect.poll(() => app.server.listening).toBe(false)
  release.resolve()
  expect(String(await once(page, 'data'))).toContain('in time')
  await closed
  page.destroy()
})
