import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AdministrationAccess, type Sandbox, startSandbox } from '../index.ts'
import { openCaller, post } from '../testing/soap-caller.ts'

describe('sessions', () => {
  let sandbox: Sandbox
  let access: AdministrationAccess

  beforeAll(async () => {
    sandbox = await startSandbox({ settings: { errorCodes: 'dotted' } })
    access = sandbox.administration
  })
  afterAll(() => sandbox.close())

  const open = (changes: Record<string, string> = {}) =>
    post(sandbox, 'OpenSession', {
      Username: access.username,
      SecurityCode1: access.code1,
      SecurityCode2: access.code2,
      Source: 'Proef',
      ...changes,
    })

  it('opens with the three codes and gives a GUID in braces', async () => {
    const answer = await open()
    expect(answer.code).toBe('')
    expect(answer.value('SessionID')).toMatch(/^\{[0-9A-F-]{36}\}$/)
  })

  it('forgives spaces around the codes', async () => {
    expect((await open({ Username: ` ${access.username} `, SecurityCode1: `\n${access.code1}` })).code).toBe(
      '',
    )
  })

  it.each([
    ['E001.1', { Username: 'niemand' }],
    ['E001.1', { SecurityCode1: 'fout' }],
    ['E001.1', { Username: '', SecurityCode1: '', SecurityCode2: '' }],
    ['E001.3', { SecurityCode2: 'fout' }],
    ['E001.7', { Source: 'een naam die te lang is' }],
  ])('%s for %o', async (code, changes) => {
    const answer = await open(changes)
    expect(answer.code).toBe(code)
    expect(answer.value('SessionID')).toBeUndefined()
  })

  it('E001.5 without the right to use the link, E001.2 when the subscription has ended, also inside a session', async () => {
    const caller = await openCaller(sandbox)
    sandbox.changeAdministration({ permission: false })
    expect((await open()).code).toBe('E001.5')
    expect((await caller.call('GetRelaties')).code).toBe('E001.5')
    sandbox.changeAdministration({ permission: true, ended: true })
    expect((await open()).code).toBe('E001.2')
    expect((await caller.call('GetRelaties')).code).toBe('E001.2')
    sandbox.changeAdministration({ ended: false })
    expect((await caller.call('GetRelaties')).code).toBe('')
  })

  it('E002.1 for a session that is none or comes with another code 2, E002.2 for an unknown one', async () => {
    const caller = await openCaller(sandbox)
    expect((await caller.call('GetRelaties', { SessionID: 'abc' })).code).toBe('E002.1')
    expect((await caller.call('GetRelaties', { SecurityCode2: 'fout' })).code).toBe('E002.1')
    const unknown = '{00000000-0000-0000-0000-000000000000}'
    expect((await caller.call('GetRelaties', { SessionID: unknown })).code).toBe('E002.2')
  })

  it('E002.3 once it was not used for its time; use keeps it alive', async () => {
    const caller = await openCaller(sandbox)
    for (let use = 0; use < 3; use++) {
      sandbox.clock.advance(29 * 60)
      expect((await caller.call('GetRelaties')).code).toBe('')
    }
    sandbox.clock.advance(31 * 60)
    expect((await caller.call('GetRelaties')).code).toBe('E002.3')
    sandbox.settings.change({ errorCodes: 'dotless' })
    expect((await caller.call('GetRelaties')).code).toBe('E0023')
    sandbox.settings.change({ errorCodes: 'dotted' })
    sandbox.clock.follow()
  })

  it('E002.4 once it is closed; closing never fails', async () => {
    const caller = await openCaller(sandbox)
    for (const id of [caller.sessionId, caller.sessionId, '', 'abc']) {
      const closed = await post(sandbox, 'CloseSession', { SessionID: id })
      expect([closed.status, closed.code, closed.all('CloseSessionResponse').length]).toEqual([200, '', 1])
    }
    expect((await post(sandbox, 'CloseSession', {})).status).toBe(200)
    expect((await caller.call('GetRelaties')).code).toBe('E002.4')
  })

  it('changes code 1 with the password; the old one is refused', async () => {
    const old = sandbox.administration
    const changed = sandbox.changePassword()
    expect(changed.code1).not.toBe(old.code1)
    expect(changed.code2).toBe(old.code2)
    expect((await open({ SecurityCode1: old.code1 })).code).toBe('E001.1')
    access = changed
    expect((await open()).code).toBe('')
  })

  it('AutoLogin gives a token to the session of that user only', async () => {
    const caller = await openCaller(sandbox)
    expect((await caller.call('AutoLogin', { Username: access.username })).value('Token')).toMatch(/^\w+$/)
    expect((await caller.call('AutoLogin', { Username: 'iemand' })).code).toBe('E002.1')
  })

  it('keeps administrations apart', async () => {
    const other = sandbox.addAdministration({ company: 'Andere' })
    const mine = await openCaller(sandbox)
    const theirs = await openCaller(sandbox, other)
    await theirs.call('AddRelatie', { oRel: { ID: 0, Code: 'X', Bedrijf: 'Van een ander' } })
    expect((await theirs.call('GetRelaties')).all('cRelatie')).toHaveLength(1)
    expect((await mine.call('GetRelaties')).all('cRelatie')).toHaveLength(0)
    expect((await mine.call('GetRelaties', { SecurityCode2: other.code2 })).code).toBe('E002.1')
    expect((await mine.call('GetAdministraties')).all('Bedrijf').map(({ text }) => text)).toEqual([
      'Oefenbedrijf',
    ])
  })

  it('lets accountants into the books of their clients with OpenSessionSub', async () => {
    const client = sandbox.addAdministration({ company: 'Klant' })
    const stranger = sandbox.addAdministration({ company: 'Vreemde' })
    const office = sandbox.addAdministration({ company: 'Kantoor', accountant: true, clients: [client.guid] })
    const openSub = (by: AdministrationAccess, guid: string) =>
      post(sandbox, 'OpenSessionSub', {
        Username: by.username,
        SecurityCode1: by.code1,
        SecurityCode2: by.code2,
        AdministratieGUID: guid,
      })
    expect((await openSub(client, client.guid)).code).toBe('E002.5')
    expect((await openSub(office, stranger.guid)).code).toBe('E001.2')
    const opened = await openSub(office, client.guid)
    const SessionID = opened.value('SessionID') ?? ''
    await post(sandbox, 'AddRelatie', {
      SessionID,
      SecurityCode2: office.code2,
      oRel: { ID: 0, Code: 'A', Bedrijf: 'Door de accountant' },
    })
    expect(sandbox.books(client.guid).relations).toHaveLength(1)
    const own = await openCaller(sandbox, office)
    expect((await own.call('GetAdministraties')).all('Bedrijf').map(({ text }) => text)).toEqual([
      'Klant',
      'Kantoor',
    ])
  })

  it('an office that has no books opens its clients’ alone', async () => {
    const client = sandbox.addAdministration({ company: 'Klant B' })
    const office = sandbox.addAdministration({
      company: 'Kantoor B',
      accountant: true,
      clients: [client.guid],
    })
    sandbox.settings.change({ officeBooks: 'none' })
    const own = await openCaller(sandbox, office)
    expect((await own.call('GetGrootboekrekeningen')).code).toBe('E001.2')
    expect((await own.call('GetAdministraties')).all('Bedrijf').map(({ text }) => text)).toEqual(['Klant B'])
    const { username: Username, code1: SecurityCode1, code2: SecurityCode2 } = office
    const openSub = (AdministratieGUID: string) =>
      post(sandbox, 'OpenSessionSub', { Username, SecurityCode1, SecurityCode2, AdministratieGUID })
    expect((await openSub(office.guid)).code).toBe('E001.2')
    const SessionID = (await openSub(client.guid)).value('SessionID') ?? ''
    const read = await post(sandbox, 'GetGrootboekrekeningen', { SessionID, SecurityCode2 })
    expect([read.code, read.all('cGrootboekrekening').length]).toEqual(['', 16])
    sandbox.settings.change({ officeBooks: 'own' })
  })

  it('one user has several administrations, and code 2 tells which; their names are listed as set', async () => {
    const one = sandbox.addAdministration({ company: 'Een', username: 'samen', code1: 'geheim' })
    const two = sandbox.addAdministration({ company: 'Twee', username: 'samen', code1: 'geheim' })
    const listed = async (access: AdministrationAccess) => {
      const answer = await (await openCaller(sandbox, access)).call('GetAdministraties')
      return answer.code || answer.all('Bedrijf').map(({ text }) => text)
    }
    expect([await listed(one), await listed(two)]).toEqual([['Een'], ['Twee']])
    sandbox.settings.change({ administrationList: 'user' })
    expect([await listed(one), await listed(two)]).toEqual([
      ['Een', 'Twee'],
      ['Een', 'Twee'],
    ])
    sandbox.settings.change({ administrationList: 'accountants' })
    expect(await listed(two)).toBe('E002.5')
    sandbox.settings.change({ administrationList: 'opened' })
  })

  it('other codes for the same books, and the same code 2 for other books', async () => {
    const books = sandbox.addAdministration({ company: 'Zelfde' })
    const renewed = sandbox.changeAdministration({ code2: 'ander', username: 'nieuw' }, books.guid)
    expect(renewed).toEqual({ ...books, code2: 'ander', username: 'nieuw' })
    expect((await (await openCaller(sandbox, renewed)).call('GetAdministraties')).value('Guid')).toBe(
      books.guid,
    )
    const others = sandbox.addAdministration({ username: 'nieuw', code1: 'x', code2: 'ander' })
    expect((await (await openCaller(sandbox, others)).call('GetAdministraties')).value('Guid')).toBe(
      others.guid,
    )
    const taken = { code1: renewed.code1 }
    expect(() => sandbox.changeAdministration(taken, others.guid)).toThrow('those of another')
  })
})
