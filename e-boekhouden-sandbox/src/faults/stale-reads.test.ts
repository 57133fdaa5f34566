import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Sandbox, startSandbox } from '../index.ts'
import { everything, mutation, relation } from '../testing/messages.ts'
import { firstRelation } from '../testing/relation-ids.ts'
import { type Caller, openCaller } from '../testing/soap-caller.ts'

describe('stale reads', () => {
  let sandbox: Sandbox
  let caller: Caller

  beforeEach(async () => {
    sandbox = await startSandbox()
    caller = await openCaller(sandbox)
    await caller.call('AddRelatie', relation('K1'))
  })
  afterEach(() => sandbox.close())

  const add = (number = 'V1') => caller.call('AddMutatie', mutation(number))

  it('leave out what is new', async () => {
    sandbox.clock.advance(120)
    caller = await openCaller(sandbox)
    await add()
    sandbox.faults.add({ kind: 'stale_reads', seconds: 60 })
    expect((await caller.call('GetMutaties', everything)).all('cMutatieList')).toHaveLength(0)
    expect((await caller.call('GetRelaties')).all('cRelatie')).toHaveLength(1)
    expect(
      (await caller.call('GetSaldo', { cFilter: { GbCode: '1300', KostenPlaatsId: 0 } })).value('Saldo'),
    ).toBe('0')
    sandbox.clock.advance(61)
    expect((await caller.call('GetMutaties', everything)).all('cMutatieList')).toHaveLength(1)
  })

  it('show what was changed since as it was, and what was taken out as still there', async () => {
    const oGb = { ID: 15, Code: '8000', Omschrijving: 'Omzet goederen', Categorie: 'VW', Groep: '' }
    await add()
    sandbox.clock.advance(120)
    caller = await openCaller(sandbox)
    await caller.call('UpdateRelatie', relation('K1b', { ID: firstRelation, Bedrijf: 'Eerst' }))
    sandbox.clock.advance(30)
    await caller.call('UpdateRelatie', relation('K1c', { ID: firstRelation, Bedrijf: 'Later' }))
    await caller.call('UpdateGrootboekrekening', { oGb })
    await caller.call('AddGrootboekrekening', { oGb: { ...oGb, ID: 0, Code: '8021' } })
    sandbox.faults.add({ kind: 'relation_deleted', subject: 'K1c', times: 1 })
    expect((await add('V2')).code).toBe('CMUT017')

    const texts = async (operation: string, name: string, fields = {}) =>
      (await caller.call(operation, fields)).all(name).map(({ text }) => text)
    const seen = async () => [
      await texts('GetRelaties', 'Bedrijf'),
      await texts('GetMutaties', 'RelatieCode', everything),
      await texts('GetOpenPosten', 'RelCode', { OpSoort: 'Debiteuren' }),
      (await texts('GetGrootboekrekeningen', 'Omschrijving')).filter((text) => text.startsWith('Omzet')),
      (await texts('GetSaldi', 'Code')).includes('8021'),
    ]
    const now = [[], ['K1c'], ['K1c'], ['Omzet goederen', 'Omzet diensten', 'Omzet goederen'], true]
    expect(await seen()).toEqual(now)
    const stale = sandbox.faults.add({ kind: 'stale_reads', seconds: 20 })
    expect(await seen()).toEqual([['Eerst'], ['K1b'], ['K1b'], ['Omzet', 'Omzet diensten'], false])
    sandbox.faults.remove(stale)
    sandbox.faults.add({ kind: 'stale_reads', seconds: 60 })
    expect(await seen()).toEqual([['Bedrijf K1'], ['K1'], ['K1'], ['Omzet', 'Omzet diensten'], false])
    sandbox.clock.advance(120)
    expect(await seen()).toEqual(now)
  })
})
