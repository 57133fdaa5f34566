import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Sandbox, startSandbox } from '../index.ts'
import { mutation, relation } from '../testing/messages.ts'
import { type Caller, openCaller, post } from '../testing/soap-caller.ts'

describe('the aim of a fault', () => {
  let sandbox: Sandbox
  let caller: Caller

  beforeEach(async () => {
    sandbox = await startSandbox()
    caller = await openCaller(sandbox)
    await caller.call('AddRelatie', relation('K1'))
  })
  afterEach(() => sandbox.close())

  const add = (number: string) => caller.call('AddMutatie', mutation(number))

  it('is an operation, a range of calls, so many at most', async () => {
    sandbox.faults.add({ kind: 'refused', operation: 'AddMutatie', from: 2, times: 2 })
    const codes = []
    for (const number of ['1', '2', '3', '4']) codes.push((await add(number)).code)
    expect(codes).toEqual(['', 'CMUT033', 'CMUT033', ''])
    expect((await caller.call('GetRelaties')).code).toBe('')
    expect(sandbox.faults.list()).toMatchObject([{ aimed: 4, hits: 2 }])
  })

  it('is one administration, by guid or by user name, also while it logs in', async () => {
    const other = sandbox.addAdministration()
    const theirs = await openCaller(sandbox, other)
    sandbox.faults.add({ kind: 'refused', code: 'E001.5', administration: other.guid })
    expect((await caller.call('GetRelaties')).code).toBe('')
    expect((await theirs.call('GetRelaties')).code).toBe('E0015')
    await expect(openCaller(sandbox, other)).rejects.toThrow('E0015')
    sandbox.faults.clear()
    sandbox.faults.add({ kind: 'refused', administration: other.username })
    expect((await theirs.call('GetRelaties')).code).toBe('CMUT033')
    expect((await caller.call('GetRelaties')).code).toBe('')
  })

  it('is one of several that share a user name, and the client of an accountant', async () => {
    const { username, guid } = sandbox.administration
    const twin = sandbox.addAdministration({ username, accountant: true, clients: [guid] })
    sandbox.faults.add({
      kind: 'refused',
      code: 'E001.5',
      administration: twin.guid,
      operation: 'OpenSession',
    })
    await openCaller(sandbox)
    await expect(openCaller(sandbox, twin)).rejects.toThrow('E0015')
    const mistaken = { ...twin, code2: 'x' }
    await expect(openCaller(sandbox, mistaken)).rejects.toThrow('E0015')
    expect(
      sandbox
        .journal()
        .slice(-3)
        .map(({ administration }) => administration),
    ).toEqual([guid, twin.guid, twin.guid])
    sandbox.faults.add({
      kind: 'refused',
      code: 'E001.7',
      administration: guid,
      operation: 'OpenSessionSub',
    })
    const { code1: SecurityCode1, code2: SecurityCode2 } = twin
    const codes = { Username: username, SecurityCode1, SecurityCode2 }
    expect((await post(sandbox, 'OpenSessionSub', { ...codes, AdministratieGUID: guid })).code).toBe('E0017')
    expect((await post(sandbox, 'OpenSessionSub', { ...codes, AdministratieGUID: twin.guid })).code).toBe('')
    expect(() => sandbox.books(username)).toThrow('Several administrations')
  })

  it('is a share of the calls, the same ones for the same seed', async () => {
    const run = async (seed: number) => {
      sandbox.faults.clear()
      sandbox.faults.add({ kind: 'refused', operation: 'GetRelaties', share: 0.3, seed })
      const codes = []
      for (let at = 0; at < 100; at++) codes.push((await caller.call('GetRelaties')).code)
      return codes.map((code) => (code === '' ? '.' : 'x')).join('')
    }
    const first = await run(7)
    expect(await run(7)).toBe(first)
    expect(await run(8)).not.toBe(first)
    const hits = first.replaceAll('.', '').length
    expect(hits).toBeGreaterThan(15)
    expect(hits).toBeLessThan(45)
  })

  it('rests while the rule is off', async () => {
    const id = sandbox.faults.add({ kind: 'refused', operation: 'AddMutatie' })
    sandbox.faults.switch(id, false)
    expect((await add('1')).code).toBe('')
    sandbox.faults.switch(id, true)
    expect((await add('2')).code).toBe('CMUT033')
    sandbox.faults.remove(id)
    expect((await add('2')).code).toBe('')
  })
})
