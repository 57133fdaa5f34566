import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Sandbox, startSandbox } from '../index.ts'
import { everything, mutation, mutationLine, relation } from '../testing/messages.ts'
import { firstRelation } from '../testing/relation-ids.ts'
import { type Caller, type Fields, openCaller } from '../testing/soap-caller.ts'
import { lengths } from './lengths.ts'

describe('limits', () => {
  let sandbox: Sandbox
  let caller: Caller

  beforeAll(async () => {
    sandbox = await startSandbox({ now: () => new Date('2026-11-30T22:00:00Z') })
    caller = await openCaller(sandbox)
    await caller.call('AddRelatie', relation('K1'))
    for (let at = 1; at <= 503; at++) await caller.call('AddMutatie', mutation(`N${at}`))
  })
  afterAll(() => sandbox.close())

  const numbers = async (cFilter: Record<string, string | number>) =>
    (await caller.call('GetMutaties', { cFilter })).all('MutatieNr').map(({ text }) => Number(text))

  it('gives the last 500 mutations that pass the filter, oldest first', async () => {
    const all = await numbers(everything.cFilter)
    expect(all).toHaveLength(500)
    expect([all[0], all.at(-1)]).toEqual([4, 503])
  })

  it('can be paged backwards by number; both ends belong to the range', async () => {
    expect(await numbers({ MutatieNrTm: 3 })).toEqual([1, 2, 3])
    expect(await numbers({ MutatieNrVan: 502 })).toEqual([502, 503])
    expect(await numbers({ MutatieNr: 7 })).toEqual([7])
    expect(await numbers({ MutatieNrVan: 2, MutatieNrTm: 2 })).toEqual([2])
  })

  it('E003.1 after the calls of a month, until the month turns in Amsterdam; other calls go on', async () => {
    const { mutationCalls } = sandbox.books()
    const used = mutationCalls['2026-11'] ?? 0
    sandbox.settings.change({ mutationCallsPerMonth: used + 2 })
    expect((await caller.call('GetMutaties', everything)).code).toBe('')
    expect((await caller.call('GetMutaties', everything)).code).toBe('')
    expect((await caller.call('GetMutaties', everything)).code).toBe('E0031')
    expect((await caller.call('GetRelaties')).code).toBe('')
    sandbox.changeAdministration({ mutationCalls: used })
    expect((await caller.call('GetMutaties', everything)).code).toBe('')
    sandbox.changeAdministration({ mutationCalls: used + 2 })
    const other = await openCaller(sandbox, sandbox.addAdministration())
    expect((await other.call('GetMutaties', everything)).code).toBe('')
    sandbox.clock.advance(3599)
    const again = await openCaller(sandbox)
    expect((await again.call('GetMutaties', everything)).code).toBe('E0031')
    sandbox.clock.advance(1)
    expect((await again.call('GetMutaties', everything)).code).toBe('')
    expect(sandbox.books().mutationCalls['2026-12']).toBe(1)
    sandbox.clock.follow()
    sandbox.settings.change({ mutationCallsPerMonth: 5000 })
  })

  it('takes 1 to 100 lines', async () => {
    const hundred = Array.from({ length: 100 }, () => mutationLine())
    expect((await caller.call('AddMutatie', mutation('H', {}, hundred))).code).toBe('')
    expect(sandbox.books().mutations.at(-1)?.lines).toHaveLength(100)
  })

  it('takes the days of 1980 to 2049', async () => {
    for (const Datum of ['1980-01-01', '2049-12-31']) {
      expect((await caller.call('AddMutatie', mutation(Datum, { Datum }))).code).toBe('')
    }
  })

  it('has a fault for an amount beyond its keeping', async () => {
    const amount = '10000000000.00'
    const changes = {
      BedragInvoer: amount,
      BedragExclBTW: amount,
      BedragBTW: 0,
      BedragInclBTW: amount,
      BTWPercentage: 0,
      BTWCode: 'GEEN',
    }
    const answer = await caller.call('AddMutatie', mutation('M', {}, [mutationLine(changes)]))
    expect([answer.status, answer.code]).toEqual([500, expect.stringContaining('Arithmetic overflow')])
  })

  describe('the length of a text', () => {
    const text = (field: string, length: number) => (field === 'Betalingstermijn' ? '9' : 'x').repeat(length)
    let made = 0
    const asked: Record<string, (changes: Record<string, string>) => [operation: string, fields: Fields]> = {
      relation: (changes) => ['AddRelatie', relation(`L${++made}`, changes)],
      relationUpdate: (changes) => ['UpdateRelatie', relation('K1', { ID: firstRelation, ...changes })],
      mutation: (changes) => ['AddMutatie', mutation(`L${++made}`, changes)],
      ledgerAccount: (changes) => [
        'AddGrootboekrekening',
        { oGb: { ID: 0, Code: `9${++made}`, Omschrijving: 'o', Categorie: 'VW', ...changes } },
      ],
    }
    const cases = Object.entries(asked).flatMap(([what, request]) =>
      Object.entries(lengths[what as keyof typeof lengths]).map(
        ([field, longest]) => [what, field, longest, request] as const,
      ),
    )

    it.each(cases)('%s: %s, %i and no more', async (_what, field, longest, request) => {
      const call = (length: number) => caller.call(...request({ [field]: text(field, length) }))
      expect((await call(longest)).code).toBe('')
      const before = JSON.stringify(sandbox.books())
      expect(await call(longest + 1)).toMatchObject({
        status: 500,
        code: expect.stringContaining('truncated'),
      })
      expect(JSON.stringify(sandbox.books())).toBe(before)
    })
  })

  describe('the VAT check', () => {
    const line = (excl: string, vat: string, incl: string, changes = {}) =>
      mutation(`B ${Math.random()}`, {}, [
        mutationLine({
          BedragInvoer: excl,
          BedragExclBTW: excl,
          BedragBTW: vat,
          BedragInclBTW: incl,
          ...changes,
        }),
      ])
    const cases: [excl: string, vat: string, incl: string, cent: string, strict: string][] = [
      ['100.00', '21.00', '121.00', '', ''],
      ['100.00', '21.01', '121.01', '', 'CMUT0101'],
      ['100.00', '20.99', '120.99', '', 'CMUT0101'],
      ['100.00', '21.02', '121.02', 'CMUT0101', 'CMUT0101'],
      ['8.26', '1.74', '10.00', '', 'CMUT0101'],
      ['8.27', '1.73', '10.00', '', 'CMUT0101'],
      ['8.26', '1.73', '9.99', '', ''],
      ['-100.00', '-21.00', '-121.00', '', ''],
      ['0.50', '0.11', '0.61', '', ''],
      ['-0.50', '-0.11', '-0.61', '', ''],
    ]
    it.each(cases)('%s + %s = %s', async (excl, vat, incl, cent, strict) => {
      sandbox.settings.change({ vatCheck: 'cent' })
      expect((await caller.call('AddMutatie', line(excl, vat, incl))).code).toBe(cent)
      sandbox.settings.change({ vatCheck: 'strict' })
      expect((await caller.call('AddMutatie', line(excl, vat, incl))).code).toBe(strict)
    })

    it('in strict mode also holds the percentage to the code', async () => {
      sandbox.settings.change({ vatCheck: 'strict' })
      const wrong = line('100.00', '9.00', '109.00', { BTWPercentage: '9' })
      expect((await caller.call('AddMutatie', wrong)).code).toBe('CMUT033')
      const right = line('100.00', '9.00', '109.00', { BTWPercentage: '9.00', BTWCode: 'LAAG_VERK_9' })
      expect((await caller.call('AddMutatie', right)).code).toBe('')
      sandbox.settings.change({ vatCheck: 'cent' })
    })
  })
})
