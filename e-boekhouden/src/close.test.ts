import { describe, expect, it } from 'vitest'
import { envelope, refusal, sendXml, sessionAnswer } from './testing/answers.ts'
import { exampleMutation } from './testing/examples.ts'
import { gate } from './testing/gate.ts'
import type { ClientWithServer } from './testing/start-client.ts'
import { closedAfterEach, errorOf } from './testing/start-client.ts'

const start = closedAfterEach()

function operationsOf({ server }: ClientWithServer): string[] {
  return server.arrived.map(({ operation }) => operation)
}

describe('a client that is closed', () => {
  /** Openings are answered when the test says so; each session has a number of its own. */
  async function startHeld(holds: (body: string) => boolean = () => true) {
    const answering = gate()
    const one = await start(async ({ operation, body }, response, earlier) => {
      if (operation !== 'OpenSession' && operation !== 'OpenSessionSub') return false
      if (holds(body)) await answering.opened
      sendXml(response, sessionAnswer(operation, `{session-${earlier}}`) ?? '')
      return true
    })
    return { one, letGo: answering.open }
  }

  const arrived = (one: ClientWithServer, operations: string[]) =>
    expect.poll(() => operationsOf(one)).toEqual(operations)

  /** The sessions that were opened and not closed. */
  function leftOpen({ server }: ClientWithServer): string[] {
    const closed = server.arrived.filter(({ operation }) => operation === 'CloseSession')
    return server.arrived
      .map(({ operation }, index) => (operation.startsWith('OpenSession') ? `{session-${index}}` : null))
      .filter((id) => id !== null)
      .filter((id) => !closed.some(({ body }) => body.includes(`<SessionID>${id}</SessionID>`)))
  }

  it('while its session is being opened leaves none behind, and tells every waiting caller', async () => {
    const { one, letGo } = await startHeld()
    const waiting = [
      errorOf(one.client.addMutation(exampleMutation)),
      errorOf(one.client.getArticles()),
      errorOf(one.client.autoLogin()),
    ]
    await arrived(one, ['OpenSession'])
    const closing = one.client.close()
    letGo()
    await closing
    for (const error of await Promise.all(waiting)) {
      expect(error).toMatchObject({ kind: 'not_sent', reason: 'closed', outcome: 'nothing_done' })
    }
    expect(operationsOf(one)).toEqual(['OpenSession', 'CloseSession'])
    expect(leftOpen(one)).toEqual([])
  })

  it('while a session is opened on demand tells so', async () => {
    const { one, letGo } = await startHeld()
    const waiting = errorOf(one.client.openSession())
    await arrived(one, ['OpenSession'])
    const closing = one.client.close()
    letGo()
    await closing
    expect(await waiting).toMatchObject({
      ...{ kind: 'outcome_unknown', reason: 'closed', operation: 'OpenSession' },
    })
    expect(leftOpen(one)).toEqual([])
  })

  it('while an opening fails tells the waiting caller how it failed', async () => {
    const answering = gate()
    const one = await start(async ({ operation }, response) => {
      if (operation !== 'OpenSession') return false
      await answering.opened
      sendXml(response, envelope(operation, `${refusal('E001.3')}<SessionID />`))
      return true
    })
    const waiting = errorOf(one.client.getArticles())
    await arrived(one, ['OpenSession'])
    const closing = one.client.close()
    answering.open()
    await closing
    expect(await waiting).toMatchObject({ kind: 'credentials', code: 'E001.3' })
    expect(operationsOf(one)).toEqual(['OpenSession'])
  })

  it('at the moment of its first call sends nothing more', async () => {
    const { one, letGo } = await startHeld()
    const waiting = errorOf(one.client.getArticles())
    const closing = one.client.close()
    letGo()
    expect(await waiting).toMatchObject({ kind: 'not_sent', reason: 'closed' })
    await closing
    expect(leftOpen(one)).toEqual([])
  })

  it('opens no other session when the one of a call under way is refused', async () => {
    const answering = gate()
    const one = await start(async ({ operation }, response) => {
      if (operation !== 'GetGrootboekrekeningen') return false
      await answering.opened
      sendXml(response, envelope(operation, refusal('E002.3')))
      return true
    })
    const call = errorOf(one.client.getLedgerAccounts())
    await arrived(one, ['OpenSession', 'GetGrootboekrekeningen'])
    const closing = one.client.close()
    answering.open()
    await closing
    expect(await call).toMatchObject({ kind: 'not_sent', reason: 'closed' })
    expect(operationsOf(one)).toEqual(['OpenSession', 'GetGrootboekrekeningen', 'CloseSession'])
  })

  it('closes the sessions of an accountant with it, those that are being opened too', async () => {
    const { one, letGo } = await startHeld((body) => body.includes('{SECOND}'))
    const sub = await one.client.openSessionSub('{FIRST}')
    const second = errorOf(one.client.openSessionSub('{SECOND}'))
    await arrived(one, ['OpenSessionSub', 'OpenSessionSub'])
    const closing = one.client.close()
    letGo()
    await closing
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
    const { one, letGo } = await startHeld()
    const leaving = new AbortController()
    const opening = errorOf(one.client.openSessionSub('{GUID}', { signal: leaving.signal }))
    await arrived(one, ['OpenSessionSub'])
    leaving.abort()
    expect(await opening).toMatchObject({
      ...{ kind: 'outcome_unknown', reason: 'aborted', operation: 'OpenSessionSub' },
    })
    letGo()
    await arrived(one, ['OpenSessionSub', 'CloseSession'])
    expect(leftOpen(one)).toEqual([])
  })
})
