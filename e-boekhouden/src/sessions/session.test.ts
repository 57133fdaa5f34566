import { describe, expect, it } from 'vitest'
import { assumptions } from '../service/assumptions.ts'
import { envelope, noError, refusal, sendXml, sessionAnswer } from '../testing/answers.ts'
import { exampleMutation } from '../testing/examples.ts'
import { gate } from '../testing/gate.ts'
import type { ClientWithServer } from '../testing/start-client.ts'
import { closedAfterEach, errorOf } from '../testing/start-client.ts'

const start = closedAfterEach()

const booked = envelope('AddMutatie', `${noError}<Mutatienummer>12</Mutatienummer>`)
const accounts = envelope('GetGrootboekrekeningen', noError)
const accountsRefused = (code: string) => envelope('GetGrootboekrekeningen', refusal(code))

function operationsOf({ server }: ClientWithServer): string[] {
  return server.arrived.map(({ operation }) => operation)
}

describe('a session', () => {
  it('is opened once and used for all calls', async () => {
    const one = await start(({ operation }, response) => {
      if (operation !== 'GetGrootboekrekeningen') return false
      sendXml(response, accounts)
      return true
    })
    for (let call = 0; call < 3; call += 1) await one.client.getLedgerAccounts()
    await one.client.close()
    expect(operationsOf(one)).toEqual([
      'OpenSession',
      ...Array(3).fill('GetGrootboekrekeningen'),
      'CloseSession',
    ])
  })

  it('is waited for by callers at the same moment', async () => {
    const one = await start(async ({ operation }, response) => {
      if (operation !== 'GetGrootboekrekeningen') return false
      sendXml(response, accounts)
      return true
    })
    await Promise.all(Array.from({ length: 20 }, () => one.client.getLedgerAccounts()))
    expect(operationsOf(one).filter((operation) => operation === 'OpenSession')).toHaveLength(1)
  })

  it('is opened anew when it has been kept for its time, and not before', async () => {
    let now = 1_000_000
    const one = await start(
      ({ operation }, response) => {
        if (operation !== 'GetGrootboekrekeningen') return false
        sendXml(response, accounts)
        return true
      },
      { now: () => now },
    )
    await one.client.getLedgerAccounts()
    now += assumptions.sessionLifetimeMs - 1
    await one.client.getLedgerAccounts()
    now += 1
    await one.client.getLedgerAccounts()
    expect(operationsOf(one).filter((operation) => operation === 'OpenSession')).toHaveLength(2)
  })

  for (const code of ['E002.1', 'E002.2', 'E002.3', 'E0023', 'E002.4']) {
    it(`that is refused with ${code} is opened again and the booking made once`, async () => {
      let bookings = 0
      const one = await start(({ operation, body }, response, earlier) => {
        if (operation === 'OpenSession') {
          sendXml(response, sessionAnswer(operation, `{session-${earlier}}`) ?? '')
          return true
        }
        if (operation !== 'AddMutatie') return false
        const good = !body.includes('{session-0}')
        if (good) bookings += 1
        sendXml(
          response,
          good ? booked : envelope('AddMutatie', `${refusal(code)}<Mutatienummer>0</Mutatienummer>`),
        )
        return true
      })
      expect(await one.client.addMutation(exampleMutation)).toEqual({ mutationNumber: 12 })
      expect(operationsOf(one)).toEqual(['OpenSession', 'AddMutatie', 'OpenSession', 'AddMutatie'])
      expect(bookings).toBe(1)
    })
  }

  it('that is refused twice is an error, and the next call opens another', async () => {
    const one = await start(({ operation }, response, earlier) => {
      if (operation !== 'GetGrootboekrekeningen') return false
      sendXml(response, earlier < 5 ? accountsRefused('E002.3') : accounts)
      return true
    })
    expect(await errorOf(one.client.getLedgerAccounts())).toMatchObject({
      kind: 'session',
      code: 'E002.3',
      outcome: 'nothing_done',
    })
    expect(await one.client.getLedgerAccounts()).toEqual([])
    expect(operationsOf(one).filter((operation) => operation === 'OpenSession')).toHaveLength(3)
  })

  it('that ends under many callers is opened again once for all of them', async () => {
    let sessions = 0
    let calls = 0
    const all = gate()
    const one = await start(async ({ operation, body }, response) => {
      if (operation === 'OpenSession') {
        sessions += 1
        sendXml(response, sessionAnswer(operation, `{session-${sessions}}`) ?? '')
        return true
      }
      if (operation !== 'GetGrootboekrekeningen') return false
      calls += 1
      if (calls === 12) all.open()
      await all.opened
      sendXml(response, body.includes('{session-1}') ? accountsRefused('E002.3') : accounts)
      return true
    })
    await Promise.all(Array.from({ length: 12 }, () => one.client.getLedgerAccounts()))
    expect(sessions).toBe(2)
  })

  it('that has replaced another is not given up for a late refusal of the other', async () => {
    let sessions = 0
    let calls = 0
    const firstIsDone = gate()
    const one = await start(async ({ operation, body }, response) => {
      if (operation === 'OpenSession') {
        sessions += 1
        sendXml(response, sessionAnswer(operation, `{session-${sessions}}`) ?? '')
        return true
      }
      if (operation !== 'GetGrootboekrekeningen') return false
      calls += 1
      // The second caller hears of the end of the first session when the first caller is long done.
      if (calls === 2) await firstIsDone.opened
      sendXml(response, body.includes('{session-1}') ? accountsRefused('E002.3') : accounts)
      return true
    })
    await one.client.openSession()
    const callers = [one.client.getLedgerAccounts(), one.client.getLedgerAccounts()]
    await Promise.race(callers)
    firstIsDone.open()
    await Promise.all(callers)
    await one.client.getLedgerAccounts()
    expect(sessions).toBe(2)
  })

  it('is not opened again after an unknown outcome: the booking is left to the caller', async () => {
    const one = await start(({ operation }, response) => {
      if (operation !== 'AddMutatie') return false
      response.destroy()
      return true
    })
    expect(await errorOf(one.client.addMutation(exampleMutation))).toMatchObject({
      reason: 'connection_lost',
    })
    expect(operationsOf(one)).toEqual(['OpenSession', 'AddMutatie'])
  })

  it('is given up when the codes are refused in the middle', async () => {
    const one = await start(({ operation }, response, earlier) => {
      if (operation !== 'GetGrootboekrekeningen') return false
      sendXml(response, earlier < 2 ? accountsRefused('E001.7') : accounts)
      return true
    })
    expect(await errorOf(one.client.getLedgerAccounts())).toMatchObject({ kind: 'credentials' })
    await one.client.getLedgerAccounts()
    expect(operationsOf(one).filter((operation) => operation === 'OpenSession')).toHaveLength(2)
  })

  it('whose opening is refused tells every waiting caller why, and the next caller tries again', async () => {
    const one = await start(({ operation }, response, earlier) => {
      if (operation === 'OpenSession' && earlier === 0) {
        sendXml(response, envelope(operation, `${refusal('E001.3')}<SessionID />`))
        return true
      }
      if (operation !== 'GetGrootboekrekeningen') return false
      sendXml(response, accounts)
      return true
    })
    const errors = await Promise.all([1, 2, 3].map(() => errorOf(one.client.getLedgerAccounts())))
    for (const error of errors) expect(error).toMatchObject({ kind: 'credentials', field: 'securityCode2' })
    expect(await one.client.getLedgerAccounts()).toEqual([])
  })

  it('is not waited for by a caller who gives up, and still serves the others', async () => {
    const opening = gate()
    const one = await start(async ({ operation }, response) => {
      if (operation === 'OpenSession') await opening.opened
      if (operation !== 'GetGrootboekrekeningen') return false
      sendXml(response, accounts)
      return true
    })
    const leaving = new AbortController()
    const first = errorOf(one.client.addMutation(exampleMutation, { signal: leaving.signal }))
    const second = one.client.getLedgerAccounts()
    await expect.poll(() => operationsOf(one)).toEqual(['OpenSession'])
    leaving.abort()
    expect(await first).toMatchObject({ kind: 'not_sent', reason: 'aborted', operation: 'AddMutatie' })
    opening.open()
    expect(await second).toEqual([])
    expect(operationsOf(one)).toEqual(['OpenSession', 'GetGrootboekrekeningen'])
  })

  it('can be opened on demand, which asks the service anew each time', async () => {
    const one = await start(() => false)
    await one.client.openSession()
    await one.client.openSession()
    await one.client.closeSession()
    await one.client.closeSession()
    expect(operationsOf(one)).toEqual(['OpenSession', 'OpenSession', 'CloseSession'])
  })

  it('whose opening is given up on demand may have been opened', async () => {
    const opening = gate()
    const one = await start(async ({ operation }) => {
      if (operation === 'OpenSession') await opening.opened
      return false
    })
    const leaving = new AbortController()
    const givenUp = errorOf(one.client.openSession({ signal: leaving.signal }))
    await expect.poll(() => operationsOf(one)).toEqual(['OpenSession'])
    leaving.abort()
    const error = await givenUp
    opening.open()
    expect(error).toMatchObject({ kind: 'outcome_unknown', reason: 'aborted', operation: 'OpenSession' })
    const before = await errorOf(one.client.openSession({ signal: AbortSignal.abort() }))
    expect(before).toMatchObject({ kind: 'not_sent', reason: 'aborted' })
  })

  it('of an accountant is one of its own, on the same connections', async () => {
    const one = await start(({ operation, body }, response) => {
      if (operation === 'OpenSessionSub') {
        sendXml(response, sessionAnswer(operation, '{sub}') ?? '')
        return true
      }
      if (operation !== 'GetGrootboekrekeningen') return false
      sendXml(response, body.includes('{sub}') ? accounts : accountsRefused('E001.5'))
      return true
    })
    const sub = await one.client.openSessionSub('{GUID}')
    expect(await sub.getLedgerAccounts()).toEqual([])
    await sub.close()
    await expect(one.client.openSession()).resolves.toBeUndefined()
    expect(operationsOf(one)).toEqual([
      'OpenSessionSub',
      'GetGrootboekrekeningen',
      'CloseSession',
      'OpenSession',
    ])
    expect(one.server.arrived[0]?.body).toContain('<AdministratieGUID>{GUID}</AdministratieGUID>')
  })

  it('that the service does not let us have for want of being an accountant', async () => {
    const one = await start(({ operation }, response) => {
      if (operation !== 'OpenSessionSub') return false
      sendXml(response, envelope(operation, refusal('E002.5')))
      return true
    })
    const error = await errorOf(one.client.openSessionSub('{GUID}'))
    expect(error).toMatchObject({ kind: 'credentials', field: 'permissions', code: 'E002.5' })
  })
})
