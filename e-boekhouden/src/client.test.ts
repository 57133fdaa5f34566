import { describe, expect, it } from 'vitest'
import { createClient } from './client.ts'
import { envelope, noError, sendXml, testCodes } from './testing/answers.ts'
import { exampleMutation } from './testing/examples.ts'
import { closedAfterEach, errorOf } from './testing/start-client.ts'
import { freePort } from './testing/test-server.ts'

const start = closedAfterEach()

describe('what was not sent', () => {
  it('a booking when nobody listens', async () => {
    const client = createClient({ url: `http://127.0.0.1:${await freePort()}/`, credentials: testCodes })
    expect(await errorOf(client.addMutation(exampleMutation))).toMatchObject({
      kind: 'not_sent',
      outcome: 'nothing_done',
      operation: 'AddMutatie',
      reason: 'refused',
      systemCode: 'ECONNREFUSED',
    })
    await client.close()
  })

  it('a booking whose session could not be opened, however that failed', async () => {
    for (const status of [500, 503]) {
      const { client, server } = await start((_request, response) => {
        sendXml(response, 'storing', status)
        return true
      })
      const error = await errorOf(client.addMutation(exampleMutation))
      expect(error).toMatchObject({ kind: 'not_sent', operation: 'AddMutatie', reason: 'session_not_opened' })
      expect(error.kind === 'not_sent' && error.opening).toMatchObject({
        kind: 'outcome_unknown',
        httpStatus: status,
      })
      expect(server.arrived.map(({ operation }) => operation)).toEqual(['OpenSession'])
    }
  })

  it('a booking after the client was closed', async () => {
    const { client, server } = await start(() => false)
    await client.close()
    expect(await errorOf(client.addMutation(exampleMutation))).toMatchObject({
      kind: 'not_sent',
      reason: 'closed',
    })
    expect(server.arrived).toHaveLength(0)
  })
})

describe('a connection that the service closes after each answer', () => {
  it('costs the next call no failure', async () => {
    const { client, server } = await start(({ operation }, response) => {
      if (operation !== 'GetSaldo') return false
      response.setHeader('connection', 'close')
      sendXml(response, envelope('GetSaldo', `${noError}<Saldo>0.30000000000000004</Saldo>`))
      return true
    })
    for (let call = 0; call < 3; call += 1) expect(await client.getBalance({ account: '1300' })).toBe('0.30')
    expect(server.arrived).toHaveLength(4)
  })
})
