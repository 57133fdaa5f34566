import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Sandbox, startSandbox } from '../index.ts'
import { everything, mutation, relation } from '../testing/messages.ts'
import { type Caller, openCaller, postBody, postText, xml } from '../testing/soap-caller.ts'

const ns = 'http://www.e-boekhouden.nl/soap'

describe('the wire', () => {
  let sandbox: Sandbox
  let caller: Caller
  let codes: { SessionID: string; SecurityCode2: string }

  beforeAll(async () => {
    sandbox = await startSandbox()
    caller = await openCaller(sandbox)
    codes = { SessionID: caller.sessionId, SecurityCode2: sandbox.administration.code2 }
    await caller.call('AddRelatie', relation('K1'))
  })
  afterAll(() => sandbox.close())
  beforeEach(() => sandbox.settings.change({ emptyValues: 'lenient' }))

  const last = () => sandbox.books().mutations.at(-1)

  it('takes elements in any order, prefixed, with unknown ones between them', async () => {
    const line =
      '<e:cMutatieRegel><e:TegenrekeningCode>8000</e:TegenrekeningCode><e:BedragBTW>21</e:BedragBTW><e:Nieuw>1</e:Nieuw><e:BTWCode>HOOG_VERK_21</e:BTWCode><e:BTWPercentage>21</e:BTWPercentage><e:BedragInclBTW>121</e:BedragInclBTW><e:BedragExclBTW>100</e:BedragExclBTW><e:BedragInvoer>100</e:BedragInvoer></e:cMutatieRegel>'
    const answer = await postBody(
      sandbox,
      `<e:AddMutatie xmlns:e="${ns}"><e:oMut><e:MutatieRegels>${line}</e:MutatieRegels><e:InExBTW>EX</e:InExBTW><e:Omschrijving>Door elkaar</e:Omschrijving><e:Factuurnummer>W1</e:Factuurnummer><e:RelatieCode>K1</e:RelatieCode><e:Betalingstermijn>14</e:Betalingstermijn><e:Rekening>1300</e:Rekening><e:Datum>2026-11-22</e:Datum><e:Soort>FactuurVerstuurd</e:Soort></e:oMut><e:SecurityCode2>${codes.SecurityCode2}</e:SecurityCode2><e:SessionID>${codes.SessionID}</e:SessionID></e:AddMutatie>`,
    )
    expect(answer.code).toBe('')
    expect(last()?.description).toBe('Door elkaar')
  })

  it('passes over elements of another namespace, as .NET does', async () => {
    const answer = await postBody(
      sandbox,
      `<GetRelaties xmlns="${ns}">${xml(codes)}<cFilter xmlns="urn:x"><Code>K9</Code></cFilter></GetRelaties>`,
    )
    expect(answer.all('cRelatie')).toHaveLength(1)
  })

  it.each([
    ['a day', '2026-01-01', '2026-01-01'],
    ['midnight without a zone', '2026-01-01T00:00:00', '2026-01-01'],
    ['midnight in Amsterdam as UTC', '2025-12-31T23:00:00.000Z', '2026-01-01'],
    ['midnight UTC', '2026-01-01T00:00:00.000Z', '2026-01-01'],
    ['midnight in Amsterdam in summer', '2026-06-30T22:00:00Z', '2026-07-01'],
    ['with an offset', '2026-07-01T00:00:00+02:00', '2026-07-01'],
  ])('reads %s as the day it is in Amsterdam', async (_what, Datum, day) => {
    expect((await caller.call('AddMutatie', mutation(`D ${Datum}`, { Datum }))).code).toBe('')
    expect(last()?.date).toBe(day)
  })

  it('writes amounts without zeros at their end, dates as midnight, and one element as one child', async () => {
    await caller.call('AddMutatie', mutation('W2'))
    const found = await caller.call('GetMutaties', { cFilter: { Factuurnummer: 'W2' } })
    expect(found.all('cMutatieList')).toHaveLength(1)
    expect(found.value('BedragInclBTW')).toBe('121')
    expect(found.value('Datum')).toBe('2026-11-22T00:00:00')
    const none = await caller.call('GetMutaties', { cFilter: { Factuurnummer: 'geen' } })
    expect(none.text).toContain('<Mutaties />')
  })

  it('takes every filter that clients are known to send', async () => {
    const whole = { MutatieNr: 0, MutatieNrVan: 0, MutatieNrTm: 0, Factuurnummer: '' }
    const filters = [
      { ...whole, DatumVan: '1970-01-01', DatumTm: '2050-12-31' },
      { ...whole, Factuurnummer: 'W1', DatumVan: '1980-01-01', DatumTm: '2049-12-31' },
      {},
      { DatumVan: '2026-01-01T00:00:00.000Z', DatumTm: '2026-12-31T00:00:00.000Z' },
      { DatumVan: '', DatumTm: '' },
      { MutatieNr: '', MutatieNrTm: '9223372036854775807' },
      { DatumVan: '0001-01-01T00:00:00', DatumTm: '0001-01-01T00:00:00' },
    ]
    for (const cFilter of filters) {
      const answer = await caller.call('GetMutaties', { cFilter })
      expect([JSON.stringify(cFilter), answer.code]).toEqual([JSON.stringify(cFilter), ''])
      expect(answer.all('cMutatieList').length).toBeGreaterThan(0)
    }
  })

  it('takes nil and absent values', async () => {
    const filter = `<cFilter xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><KostenPlaatsId>0</KostenPlaatsId><DatumVan xsi:nil="true" /><DatumTot xsi:nil="1" /></cFilter>`
    const answer = await postBody(sandbox, `<GetSaldi xmlns="${ns}">${xml(codes)}${filter}</GetSaldi>`)
    expect(answer.all('cSaldo')).toHaveLength(16)
  })

  it.each([
    ['an amount with thousands', { BedragInvoer: '1,210.00' }, 'Input string was not in a correct format.'],
    ['an empty amount', { BedragInvoer: '' }, 'Input string was not in a correct format.'],
    ['a word for a number', { KostenplaatsID: 'geen' }, 'Input string was not in a correct format.'],
    ['a number beyond 64 bits', { KostenplaatsID: '9223372036854775808' }, 'Int64'],
  ])('answers %s with the fault of an .asmx service', async (_what, changes, message) => {
    const lines = [
      {
        ...((mutation('F').oMut as { MutatieRegels: { cMutatieRegel: object[] } }).MutatieRegels
          .cMutatieRegel[0] ?? {}),
        ...changes,
      },
    ]
    const answer = await caller.call('AddMutatie', mutation('F', {}, lines))
    expect(answer.status).toBe(500)
    expect(answer.code).toMatch(
      /^Server was unable to read request\. ---> There is an error in XML document \(\d+, \d+\)\. ---> /,
    )
    expect(answer.code).toContain(message)
  })

  it.each([
    ['a kind that is none', { Soort: 'Factuur' }, "'Factuur' is not a valid value for enMutatieSoorten."],
    ['a day that is none', { Datum: '2026-02-30' }, 'is not a valid AllXsd value'],
    ['a Dutch date', { Datum: '22-11-2026' }, 'is not a valid AllXsd value'],
  ])('answers %s with a fault', async (_what, changes, message) => {
    const answer = await caller.call('AddMutatie', mutation('F', changes))
    expect([answer.status, answer.code]).toEqual([500, expect.stringContaining(message)])
  })

  it('is as strict with empty values as .NET where it is asked to be', async () => {
    sandbox.settings.change({ emptyValues: 'strict' })
    for (const cFilter of [{ MutatieNr: '' }, { DatumVan: '' }]) {
      expect((await caller.call('GetMutaties', { cFilter })).status).toBe(500)
    }
  })

  it('never cuts a text off: one that is too long is a fault of the server', async () => {
    const long = await caller.call('AddMutatie', mutation('F', { Omschrijving: 'x'.repeat(201) }))
    expect([long.status, long.code]).toEqual([500, expect.stringContaining('would be truncated')])
    const fits = await caller.call('AddMutatie', mutation('L200', { Omschrijving: '€'.repeat(200) }))
    expect(fits.code).toBe('')
    expect(last()?.description).toBe('€'.repeat(200))
  })

  it('gives back every text as it came', async () => {
    const Bedrijf = `Jansen & <zn> "q" 'a' 😀 \u00e9 ]]> &amp;`
    await caller.call('AddRelatie', relation('T1', { Bedrijf, Notitie: 'regel 1\nregel 2' }))
    const found = await caller.call('GetRelaties', { cFilter: { Code: 'T1' } })
    expect(found.value('Bedrijf')).toBe(Bedrijf)
    expect(found.value('Notitie')).toBe('regel 1\nregel 2')
  })

  describe('SOAP 1.2', () => {
    const soap12 = (body: string, type = 'application/soap+xml; charset=utf-8') =>
      postText(
        sandbox,
        `<e:Envelope xmlns:e="http://www.w3.org/2003/05/soap-envelope"><e:Body>${body}</e:Body></e:Envelope>`,
        { 'content-type': type },
      )

    it('is answered in SOAP 1.2, with and without an action', async () => {
      const call = `<GetRelaties xmlns="${ns}">${xml(codes)}</GetRelaties>`
      for (const type of [
        'application/soap+xml; charset=utf-8',
        `application/soap+xml; action="${ns}/GetRelaties"`,
      ]) {
        const answer = await soap12(call, type)
        expect([answer.status, answer.contentType]).toEqual([200, 'application/soap+xml; charset=utf-8'])
        expect(answer.text).toContain('http://www.w3.org/2003/05/soap-envelope')
        expect(answer.all('cRelatie').length).toBeGreaterThan(0)
      }
    })

    it('has faults of its own', async () => {
      const answer = await soap12(`<GetRelaties xmlns="${ns}"><cFilter><ID>x</ID></cFilter></GetRelaties>`)
      expect(answer.status).toBe(500)
      expect(answer.value('Value')).toBe('soap:Sender')
      expect(answer.value('Text')).toContain('Server was unable to read request.')
    })
  })

  describe('a header', () => {
    const versions = [
      [
        'text/xml',
        'http://schemas.xmlsoap.org/soap/envelope/',
        'actor',
        'http://schemas.xmlsoap.org/soap/actor/next',
      ],
      [
        'application/soap+xml',
        'http://www.w3.org/2003/05/soap-envelope',
        'role',
        'http://www.w3.org/2003/05/soap-envelope/role/ultimateReceiver',
      ],
    ] as const

    it.each(versions)(
      'that must be understood is a fault in %s, any other is passed over',
      async (type, space, role, own) => {
        const withHeader = (attributes: string) =>
          postText(
            sandbox,
            `<e:Envelope xmlns:e="${space}"><e:Header><w:Security xmlns:w="urn:w" ${attributes}/></e:Header><e:Body><GetRelaties xmlns="${ns}">${xml(codes)}</GetRelaties></e:Body></e:Envelope>`,
            { 'content-type': type },
          )
        const before = sandbox.journal().length
        for (const attributes of [
          'e:mustUnderstand="1"',
          'e:mustUnderstand="true"',
          `e:mustUnderstand="1" e:${role}="${own}"`,
        ]) {
          const answer = await withHeader(attributes)
          expect([answer.status, answer.value('faultcode') ?? answer.value('Value')]).toEqual([
            500,
            'soap:MustUnderstand',
          ])
          expect(answer.value('faultstring') ?? answer.value('Text')).toBe(
            'SOAP header Security was not understood.',
          )
        }
        expect(
          sandbox
            .journal()
            .slice(before)
            .some(({ worked }) => worked),
        ).toBe(false)
        for (const attributes of [
          '',
          'e:mustUnderstand="0"',
          'mustUnderstand="1"',
          `e:mustUnderstand="1" e:${role}="urn:other"`,
        ]) {
          const answer = await withHeader(attributes)
          expect([answer.status, answer.code]).toEqual([200, ''])
        }
      },
    )
  })

  it.each([
    ['no XML', 'hallo', 'Server was unable to read request'],
    ['half a document', '<a><b>', 'Server was unable to read request'],
    ['no envelope', '<a/>', 'Possible SOAP version mismatch'],
    [
      'no body',
      '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"/>',
      'Unable to handle request without a valid action',
    ],
    [
      'an unknown operation',
      '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><Weg xmlns="urn:x"/></s:Body></s:Envelope>',
      "<Weg xmlns='urn:x'> was not expected.",
    ],
  ])('answers %s with a fault', async (_what, text, message) => {
    const answer = await postText(sandbox, text)
    expect([answer.status, answer.code]).toEqual([500, expect.stringContaining(message)])
  })

  it('refuses an action that does not exist or names another operation', async () => {
    const call = `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><GetRelaties xmlns="${ns}">${xml(codes)}</GetRelaties></s:Body></s:Envelope>`
    const withAction = (action: string) => postText(sandbox, call, { soapaction: action })
    expect((await withAction(`"${ns}/GetRelaties"`)).status).toBe(200)
    expect((await withAction('""')).status).toBe(200)
    expect((await withAction(`"${ns}/Weg"`)).code).toContain(
      'did not recognize the value of HTTP Header SOAPAction',
    )
    expect((await withAction(`"${ns}/GetSaldi"`)).code).toContain('was not expected')
  })

  it('speaks to who asks otherwise: methods, types, the WSDL in any case', async () => {
    const status = async (init: RequestInit, query = '') =>
      (await fetch(sandbox.soapUrl + query, { redirect: 'manual', ...init })).status
    expect(await status({ method: 'PUT', body: 'x' })).toBe(405)
    expect(await status({ method: 'POST', body: 'x', headers: { 'content-type': 'application/json' } })).toBe(
      415,
    )
    expect(await status({})).toBe(302)
    for (const query of ['?WSDL', '?wsdl', '?Wsdl']) {
      const text = await (await fetch(sandbox.soapUrl + query)).text()
      expect(text).toContain(`location="${sandbox.soapUrl}"`)
    }
  })

  it('finds the same with a byte order mark, in UTF-16 and in Latin-1', async () => {
    const text = (encoding: string) =>
      `<?xml version="1.0" encoding="${encoding}"?><s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><GetRelaties xmlns="${ns}">${xml(codes)}<cFilter><Trefwoord>é</Trefwoord></cFilter></GetRelaties></s:Body></s:Envelope>`
    const bodies = [
      Buffer.from(`\uFEFF${text('utf-8')}`),
      Buffer.from(`\uFEFF${text('utf-16')}`, 'utf16le'),
      Buffer.from(text('iso-8859-1'), 'latin1'),
    ]
    for (const body of bodies) {
      const answer = await postText(sandbox, new Uint8Array(body), { 'content-type': 'text/xml' })
      expect(answer.all('cRelatie').length).toBe(1)
    }
    expect((await caller.call('GetMutaties', everything)).status).toBe(200)
  })
})
