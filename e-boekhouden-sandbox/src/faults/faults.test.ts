import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type FaultRule, type Sandbox, startSandbox } from '../index.ts'
import { everything, invoice, mutation, mutationLine, payment, relation } from '../testing/messages.ts'
import { type Caller, openCaller } from '../testing/soap-caller.ts'
import { faultKindNames } from './kinds.ts'

describe('faults', () => {
  let sandbox: Sandbox
  let caller: Caller

  beforeEach(async () => {
    sandbox = await startSandbox()
    caller = await openCaller(sandbox)
    await caller.call('AddRelatie', relation('K1'))
  })
  afterEach(() => sandbox.close())

  const booked = () => sandbox.books().mutations.length
  const add = (number = 'V1') => caller.call('AddMutatie', mutation(number))
  const last = () => sandbox.journal().at(-1)
  /** The code of the system's or the HTTP library's error when a call gets no answer. */
  const brokenBy = (call: Promise<unknown>) =>
    call.then(
      () => 'answered',
      (error: Error & { cause?: { code?: string } }) => error.cause?.code ?? error.name,
    )

  it.each([
    [{ kind: 'answer_lost', moment: 'after' }, 'UND_ERR_SOCKET', 1, 'closed'],
    [{ kind: 'answer_lost', moment: 'before' }, 'UND_ERR_SOCKET', 0, 'closed'],
    [{ kind: 'reset', moment: 'after' }, 'ECONNRESET', 1, 'reset'],
    [{ kind: 'reset', moment: 'before' }, 'ECONNRESET', 0, 'reset'],
    [{ kind: 'no_answer', seconds: 0.05 }, 'UND_ERR_SOCKET', 1, 'closed'],
    [{ kind: 'no_answer', moment: 'before', seconds: 0.05 }, 'UND_ERR_SOCKET', 0, 'closed'],
  ] as [FaultRule, string, number, string][])(
    '%o: no answer, and %s',
    async (rule, error, mutations, ending) => {
      sandbox.faults.add({ ...rule, operation: 'AddMutatie' })
      expect(await brokenBy(add())).toBe(error)
      expect(booked()).toBe(mutations)
      expect(last()).toMatchObject({
        ending,
        status: null,
        answer: '',
        worked: mutations === 1,
        faults: [rule.kind],
      })
    },
  )

  it.each([
    [{ kind: 'http_error', status: 503 }, 503, 0],
    [{ kind: 'http_error', status: 500, moment: 'after' }, 500, 1],
    [{ kind: 'html_page' }, 200, 0],
    [{ kind: 'html_page', moment: 'after' }, 200, 1],
    [{ kind: 'soap_fault' }, 500, 0],
    [{ kind: 'soap_fault', moment: 'after' }, 500, 1],
  ] as [FaultRule, number, number][])(
    '%o: an answer that is none of the service',
    async (rule, status, mutations) => {
      sandbox.faults.add({ ...rule, operation: 'AddMutatie' })
      const answer = await add()
      expect([answer.status, booked()]).toEqual([status, mutations])
      expect(answer.text).not.toContain('Mutatienummer')
      expect(answer.contentType).toContain(rule.kind === 'soap_fault' ? 'text/xml' : 'text/html')
    },
  )

  const rawAnswer = async (rule: FaultRule) => {
    sandbox.faults.add({ ...rule, operation: 'GetRelaties', times: 1 })
    const response = await fetch(sandbox.soapUrl, {
      method: 'POST',
      headers: { 'content-type': 'text/xml' },
      body: `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><GetRelaties xmlns="http://www.e-boekhouden.nl/soap"><SessionID>${caller.sessionId}</SessionID><SecurityCode2>${sandbox.administration.code2}</SecurityCode2></GetRelaties></s:Body></s:Envelope>`,
    })
    return { type: response.headers.get('content-type'), bytes: new Uint8Array(await response.arrayBuffer()) }
  }

  it('breaks an answer off halfway', async () => {
    const text = new TextDecoder().decode((await rawAnswer({ kind: 'truncated_xml' })).bytes)
    expect(text).toContain('<soap:Body>')
    expect(text).not.toContain('</soap:Envelope>')
  })

  it('answers in bytes that are not what it says', async () => {
    const latin1 = await rawAnswer({ kind: 'wrong_charset' })
    expect(latin1.type).toContain('utf-8')
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(latin1.bytes)).toThrow()
    const utf16 = await rawAnswer({ kind: 'wrong_charset', variant: 'utf16' })
    expect([...utf16.bytes.subarray(0, 4)]).toEqual([0x3c, 0, 0x3f, 0])
    const bom = await rawAnswer({ kind: 'wrong_charset', variant: 'bom' })
    expect([...bom.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect((await rawAnswer({ kind: 'wrong_charset', variant: 'undeclared' })).type).toBe('text/xml')
  })

  it('answers with a document that would grow without bound', async () => {
    const text = new TextDecoder().decode((await rawAnswer({ kind: 'hostile_answer' })).bytes)
    expect(text).toContain('<!DOCTYPE')
    expect(text).toContain('<!ENTITY i "&h;')
  })

  it('answers with nothing in the result, the work done', async () => {
    sandbox.faults.add({ kind: 'empty_result', operation: 'AddMutatie' })
    const answer = await add()
    expect([answer.status, answer.code, answer.value('Mutatienummer'), booked()]).toEqual([200, '', '0', 1])
  })

  it('waits before the work or after it', async () => {
    for (const [moment, number] of [
      ['before', 'V1'],
      ['after', 'V2'],
    ] as const) {
      sandbox.faults.clear()
      sandbox.faults.add({ kind: 'slow', seconds: 60, moment, operation: 'AddMutatie' })
      const call = add(number)
      await expect.poll(() => sandbox.faults.list()[0]?.hits).toBe(1)
      const done = () => sandbox.books().mutations.some(({ invoiceNumber }) => invoiceNumber === number)
      if (moment === 'after') await expect.poll(done).toBe(true)
      sandbox.clock.advance(59)
      expect([done(), last()?.ending]).toEqual([moment === 'after', 'open'])
      sandbox.clock.advance(1)
      expect((await call).code).toBe('')
      expect(done()).toBe(true)
    }
  })

  it('books late although the caller has left', async () => {
    sandbox.faults.add({ kind: 'slow', seconds: 3600, moment: 'before', operation: 'AddMutatie' })
    const leaving = new AbortController()
    const gone = fetch(sandbox.soapUrl, {
      method: 'POST',
      signal: leaving.signal,
      headers: { 'content-type': 'text/xml' },
      body: requestText(),
    })
    await expect.poll(() => sandbox.faults.list()[0]?.hits).toBe(1)
    expect(booked()).toBe(0)
    leaving.abort()
    expect(await brokenBy(gone)).toBe('AbortError')
    await expect.poll(() => booked()).toBe(1)
    expect(last()).toMatchObject({ worked: true, status: null })
    await expect.poll(() => last()?.ending).toBe('client_left')
  })

  it('refuses with any code', async () => {
    sandbox.faults.add({ kind: 'refused', code: 'CMUT020', operation: 'AddMutatie', times: 1 })
    expect((await add()).code).toBe('CMUT020')
    expect((await add()).code).toBe('')
  })

  it('ends a session in the middle; a new one goes on', async () => {
    sandbox.faults.add({ kind: 'session_dies', operation: 'AddMutatie', times: 1 })
    expect((await add()).code).toBe('E0023')
    expect((await caller.call('GetRelaties')).code).toBe('E0024')
    caller = await openCaller(sandbox)
    expect((await add()).code).toBe('')
  })

  it('revokes the codes: who logs in is refused, who was in is out', async () => {
    sandbox.faults.add({ kind: 'codes_revoked' })
    expect((await add()).code).toBe('E0022')
    await expect(openCaller(sandbox)).rejects.toThrow('E0011')
    sandbox.faults.clear()
    expect((await add()).code).toBe('')
  })

  it('plays the call limit, a closed period and a missing account', async () => {
    sandbox.faults.add({ kind: 'call_limit' })
    expect((await caller.call('GetMutaties', everything)).code).toBe('E0031')
    expect((await add('V1')).code).toBe('')
    sandbox.faults.add({ kind: 'period_closed', through: '2026-11-21' })
    expect((await add('V2')).code).toBe('')
    sandbox.faults.add({ kind: 'period_closed' })
    expect((await add('V3')).code).toBe('CMUT020')
    sandbox.faults.clear()
    sandbox.faults.add({ kind: 'account_missing' })
    expect((await add('V3')).code).toBe('CMUT0011')
    const accounts = await caller.call('GetGrootboekrekeningen')
    expect(accounts.all('Code').map(({ text }) => text)).not.toContain('8000')
    sandbox.faults.clear()
    sandbox.faults.add({ kind: 'account_missing', subject: '1300' })
    expect((await add('V3')).code).toBe('CMUT001')
  })

  it('books the number by another hand first', async () => {
    sandbox.faults.add({ kind: 'number_taken', times: 1 })
    expect((await add()).code).toBe('CMUT019')
    expect(sandbox.books().mutations).toMatchObject([
      { invoiceNumber: 'V1', origin: 'hand', description: 'Met de hand geboekt' },
    ])
  })

  it('books the number of a purchase with the same supplier first', async () => {
    const purchase = { Soort: 'FactuurOntvangen', Rekening: '1600' }
    const line = mutationLine({ BTWCode: 'HOOG_INK_21', TegenrekeningCode: '7000' })
    const bought = (number: string, changes = {}) =>
      caller.call('AddMutatie', mutation(number, { ...purchase, ...changes }, [line]))
    await caller.call('AddRelatie', relation('K2'))
    expect((await bought('I1', { RelatieCode: 'K2' })).code).toBe('')
    sandbox.faults.add({ kind: 'number_taken', operation: 'AddMutatie' })
    expect((await bought('I1')).code).toBe('CMUT018')
    // A sale has its numbers to itself, and a payment brings none.
    expect((await add('I1')).code).toBe('CMUT019')
    expect((await caller.call('AddMutatie', payment('weg', '121.00'))).code).toBe('CMUT026')
    expect(
      sandbox.books().mutations.map(({ kind, relationCode, origin }) => [kind, relationCode, origin]),
    ).toEqual([
      ['FactuurOntvangen', 'K2', 'soap'],
      ['FactuurOntvangen', 'K1', 'hand'],
      ['FactuurVerstuurd', 'K1', 'hand'],
    ])
  })

  it('books the number of an invoice to be written by another hand first', async () => {
    sandbox.faults.add({ kind: 'number_taken', operation: 'AddFactuur', times: 1 })
    const oFact = invoice({ Factuurnummer: 'F-1' })
    expect((await caller.call('AddFactuur', oFact)).code).toBe('CFACT026')
    expect(sandbox.books().mutations).toMatchObject([
      { invoiceNumber: 'F-1', relationCode: 'K1', origin: 'hand' },
    ])
  })

  it('books twice by itself', async () => {
    sandbox.faults.add({ kind: 'booked_twice' })
    expect((await add()).value('Mutatienummer')).toBe('1')
    expect(sandbox.books().mutations.map(({ number, invoiceNumber }) => [number, invoiceNumber])).toEqual([
      [1, 'V1'],
      [2, 'V1'],
    ])
  })

  it('deletes the relation of a mutation just before it', async () => {
    sandbox.faults.add({ kind: 'relation_deleted', times: 1 })
    expect((await add()).code).toBe('CMUT017')
    expect((await caller.call('GetRelaties')).all('cRelatie')).toHaveLength(0)
    expect((await caller.call('AddRelatie', relation('K1'))).code).toBe('')
    expect((await add()).code).toBe('')
  })

  it.each([
    [{ kind: 'weg' }, 'kind'],
    [{ kind: 'slow', operation: 'Weg' }, 'operation'],
    [{ kind: 'call_limit', operation: 'AddMutatie' }, 'does not apply'],
    [{ kind: 'slow', from: 0 }, 'from'],
    [{ kind: 'slow', times: 1.5 }, 'times'],
    [{ kind: 'slow', share: 2 }, 'share'],
    [{ kind: 'slow', seconds: -1 }, 'seconds'],
    [{ kind: 'http_error', status: 200 }, 'status'],
    [{ kind: 'period_closed', through: 'nu' }, 'through'],
    [{ kind: 'refused', code: '<x>' }, 'code'],
  ])('%o cannot be played', (rule, what) => {
    expect(() => sandbox.faults.add(rule as FaultRule)).toThrow(what)
    expect(sandbox.faults.list()).toEqual([])
  })

  it('can each be switched on as they are', () => {
    for (const kind of faultKindNames) expect(sandbox.faults.add({ kind })).not.toBe('')
    expect(sandbox.faults.list()).toHaveLength(faultKindNames.length)
  })

  function requestText(): string {
    return `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><AddMutatie xmlns="http://www.e-boekhouden.nl/soap"><SessionID>${caller.sessionId}</SessionID><SecurityCode2>${sandbox.administration.code2}</SecurityCode2><oMut><Soort>GeldOntvangen</Soort><Datum>2026-11-22</Datum><Rekening>1010</Rekening><Omschrijving>Laat</Omschrijving><InExBTW>EX</InExBTW><MutatieRegels><cMutatieRegel><BedragInvoer>1</BedragInvoer><BedragExclBTW>1</BedragExclBTW><BedragBTW>0</BedragBTW><BedragInclBTW>1</BedragInclBTW><BTWCode>GEEN</BTWCode><BTWPercentage>0</BTWPercentage><TegenrekeningCode>8000</TegenrekeningCode></cMutatieRegel></MutatieRegels></oMut></AddMutatie></s:Body></s:Envelope>`
  }
})
