import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import { envelope, refusal, sendXml, sessionAnswer } from './testing/answers.ts'
import { exampleMutation } from './testing/examples.ts'
import type { ClientWithServer } from './testing/start-client.ts'
import { errorOf, startClient } from './testing/start-client.ts'

const started: ClientWithServer[] = []
afterEach(async () => {
  for (const one of started.splice(0)) await one.close()
})

async function start(...input: Parameters<typeof startClient>): Promise<ClientWithServer> {
  const one = await startClient(...input)
  started.push(one)
  return one
}

function operationsOf({ server }: ClientWithServer): string[] {
  return server.arrived.map(({ operation }) => operation)
}

describe('a client that is closed', () => {
  /** Openings take a while; each session has a number of its own. */
  async function startSlow(options: Parameters<typeof startClient>[1] = {}): Promise<ClientWithServer> {
    return start(async ({ operation }, response, earlier) => {
      if (operation !== 'OpenSession' && operation !== 'OpenSessionSub') return false
      await pause(150)
      sendXml(response, sessionAnswer(operation, `{session-${earlier}}`) ?? '')
      return true
    }, options)
  }

  /** The sessions that were opened and not closed. */
  function leftOpen({ server }: ClientWithServer): string[] {
    const closed = server.arrived.filter(({ operation }) => operation === 'CloseSession')
    return server.arrived
      .map(({ operation }, index) => (operation.startsWith('OpenSession') ? `{session-${index}}` : null))
      .filter((id) => id !== null)
      .filter((id) => !closed.some(({ body }) => body.includes(`<SessionID>${id}</SessionID>`)))
  }

  it('while its session is being opened leaves none behind, and tells every waiting caller', async () => {
    const one = await startSlow()
    const waiting = [
      errorOf(one.client.addMutation(exampleMutation)),
      errorOf(one.client.getArticles()),
      errorOf(one.client.autoLogin()),
    ]
    await pause(30)
    await one.client.close()
    for (const error of await Promise.all(waiting)) {
      expect(error).toMatchObject({ kind: 'not_sent', reason: 'closed', outcome: 'nothing_done' })
    }
    expect(operationsOf(one)).toEqual(['OpenSession', 'CloseSession'])
    expect(leftOpen(one)).toEqual([])
  })

  it('while a session is opened on demand tells so', async () => {
    const one = await startSlow()
    const waiting = errorOf(one.client.openSession())
    await pause(30)
    await one.client.close()
    expect(await waiting).toMatchObject({
      ...{ kind: 'outcome_unknown', reason: 'closed', operation: 'OpenSession' },
    })
    expect(leftOpen(one)).toEqual([])
  })

  it('while an opening fails tells the waiting caller how it failed', async () => {
    const one = await start(async ({ operation }, response) => {
      if (operation !== 'OpenSession') return false
      await pause(100)
      sendXml(response, envelope(operation, `${refusal('E001.3')}<SessionID />`))
      return true
    })
    const waiting = errorOf(one.client.getArticles())
    await pause(30)
    await one.client.close()
    expect(await waiting).toMatchObject({ kind: 'credentials', code: 'E001.3' })
    expect(operationsOf(one)).toEqual(['OpenSession'])
  })

  it('at the moment of its first call sends nothing more', async () => {
    const one = await startSlow()
    const waiting = errorOf(one.client.getArticles())
    const closing = one.client.close()
    expect(await waiting).toMatchObject({ kind: 'not_sent', reason: 'closed' })
    await closing
    expect(leftOpen(one)).toEqual([])
  })

  it('opens no other session when the one of a call under way is refused', async () => {
    const one = await start(async ({ operation }, response) => {
      if (operation !== 'GetGrootboekrekeningen') return false
      await pause(100)
      sendXml(response, envelope(operation, refusal('E002.3')))
      return true
    })
    const call = errorOf(one.client.getLedgerAccounts())
    while (!operationsOf(one).includes('GetGrootboekrekeningen')) await pause(5)
    await one.client.close()
    expect(await call).toMatchObject({ kind: 'not_sent', reason: 'closed' })
    expect(operationsOf(one)).toEqual(['OpenSession', 'GetGrootboekrekeningen', 'CloseSession'])
  })

  it('closes the sessions of an accountant with it, those that are being opened too', async () => {
    const one = await startSlow()
    const sub = await one.client.openSessionSub('{FIRST}')
    const second = errorOf(one.client.openSessionSub('{SECOND}'))
    await pause(30)
    await one.client.close()
    expect(await second).toMatchObject({
      ...{ kind: 'outcome_unknown', reason: 'closed', operation: 'OpenSessionSub' },
    })
    expect(await errorOf(sub.getArticles())).toMatchObject({ kind: 'not_sent', reason: 'closed' })
    expect(operationsOf(one).toSorted()).toEqual([
      ...['CloseSession', 'CloseSession', 'OpenSessionSub', 'OpenSessionSub'],
    ])
    expect(leftOpen(one)).toEqual([])
  })

  it('is not needed for the session of an accountant whose caller gave up', async () => {
    const one = await startSlow()
    const signal = AbortSignal.timeout(30)
    expect(await errorOf(one.client.openSessionSub('{GUID}', { signal }))).toMatchObject({
      ...{ kind: 'outcome_unknown', reason: 'aborted', operation: 'OpenSessionSub' },
    })
    await expect.poll(() => operationsOf(one)).toEqual(['OpenSessionSub', 'CloseSession'])
    expect(leftOpen(one)).toEqual([])
  })
})
