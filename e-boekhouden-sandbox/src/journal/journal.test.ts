import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Sandbox, startSandbox } from '../index.ts'
import { mutation, relation } from '../testing/messages.ts'
import { firstRelation } from '../testing/relation-ids.ts'
import { openCaller, post, postText } from '../testing/soap-caller.ts'

describe('the journal', () => {
  let sandbox: Sandbox

  beforeAll(async () => {
    sandbox = await startSandbox({
      administration: { username: 'u', code1: 'geheim-een<&>', code2: 'geheim-twee' },
    })
  })
  afterAll(() => sandbox.close())

  it('holds each request with its answer, and no code or session in either', async () => {
    const caller = await openCaller(sandbox)
    await caller.call('AddRelatie', relation('K1'))
    await caller.call('AutoLogin', { Username: 'u' })
    // In the wrong place, and in a request that is no XML.
    await caller.call(
      'AddMutatie',
      mutation('V1', { Omschrijving: 'geheim-twee en geheim-een<&>', Boekstuk: caller.sessionId }),
    )
    await postText(sandbox, `<kapot>${caller.sessionId} geheim-twee`)
    await post(sandbox, 'OpenSession', {
      Username: 'u',
      SecurityCode1: 'verkeerd-een',
      SecurityCode2: 'verkeerd-twee',
    })
    const exchanges = sandbox.journal()
    expect(exchanges.map(({ number, operation, code }) => [number, operation, code])).toEqual([
      [1, 'OpenSession', ''],
      [2, 'AddRelatie', ''],
      [3, 'AutoLogin', ''],
      [4, 'AddMutatie', ''],
      [5, '', 'fault'],
      [6, 'OpenSession', 'E0011'],
    ])
    const text = JSON.stringify(exchanges)
    for (const secret of ['geheim-een', 'geheim-twee', 'verkeerd', caller.sessionId])
      expect(text).not.toContain(secret)
    expect(text).not.toMatch(/<Token>[^•]/)
    expect(exchanges[1]?.request).toContain('<Bedrijf>Bedrijf K1</Bedrijf>')
    expect(exchanges[1]?.answer).toContain(`<Rel_ID>${firstRelation}</Rel_ID>`)
    expect(exchanges.every(({ durationMs, ending }) => durationMs !== null && ending === 'answered')).toBe(
      true,
    )
  })

  it('can be asked for by operation, administration, number and amount', async () => {
    const { guid } = sandbox.administration
    expect(sandbox.journal({ operation: 'OpenSession' })).toHaveLength(2)
    expect(sandbox.journal({ after: 4 }).map(({ number }) => number)).toEqual([5, 6])
    expect(sandbox.journal({ limit: 1 }).map(({ number }) => number)).toEqual([6])
    expect(sandbox.journal({ administration: guid }).map(({ number }) => number)).toEqual([1, 2, 3, 4, 6])
  })

  it('keeps the last ones only, with their numbers', async () => {
    const small = await startSandbox({ journalSize: 4 })
    for (let at = 0; at < 11; at++) await post(small, 'CloseSession', {})
    expect(small.journal().map(({ number }) => number)).toEqual([8, 9, 10, 11])
    await small.close()
  })
})
