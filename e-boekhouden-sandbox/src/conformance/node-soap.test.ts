import { type Client, createClientAsync } from 'soap'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Sandbox, startSandbox } from '../index.ts'
import { everything, invoice, mutation, payment, relation } from '../testing/messages.ts'

type Result = Record<string, unknown>

describe.each([
  ['1.1', false],
  ['1.2', true],
] as const)('node-soap over SOAP %s, driven by the WSDL alone', (_version, forceSoap12Headers) => {
  let sandbox: Sandbox
  let client: Client
  let codes: Result

  beforeAll(async () => {
    sandbox = await startSandbox()
    client = await createClientAsync(`${sandbox.soapUrl}?WSDL`, { forceSoap12Headers })
    const { username, code1, code2 } = sandbox.administration
    const opened = await call('OpenSession', {
      Username: username,
      SecurityCode1: code1,
      SecurityCode2: code2,
    })
    codes = { SessionID: opened.SessionID, SecurityCode2: code2 }
  })
  afterAll(() => sandbox.close())

  async function call(operation: string, fields: object): Promise<Result> {
    const [answer] = (await client[`${operation}Async`](fields)) as [Result | null]
    return (answer?.[`${operation}Result`] ?? {}) as Result
  }
  const withCodes = (operation: string, fields: object = {}) => call(operation, { ...codes, ...fields })
  const noError = { LastErrorCode: '', LastErrorDescription: '' }

  it('finds the twenty operations on both ports', () => {
    const [service] = Object.values(client.describe()) as [Record<string, object>]
    expect(Object.keys(service)).toEqual(['soapAppSoap', 'soapAppSoap12'])
    for (const port of Object.values(service)) expect(Object.keys(port)).toHaveLength(20)
  })

  it('books a relation, an invoice and its payment, and reads them back', async () => {
    expect(await withCodes('AddRelatie', relation('K1'))).toEqual({ ErrorMsg: noError, Rel_ID: 1 })
    expect(await withCodes('AddMutatie', mutation('V1'))).toEqual({ ErrorMsg: noError, Mutatienummer: 1 })
    expect(await withCodes('AddMutatie', mutation('V1'))).toMatchObject({
      ErrorMsg: { LastErrorCode: 'CMUT019' },
      Mutatienummer: 0,
    })
    expect(await withCodes('AddMutatie', payment('V1', '21.00'))).toMatchObject({ Mutatienummer: 2 })
    expect(await withCodes('GetMutaties', everything)).toMatchObject({
      Mutaties: {
        cMutatieList: [
          {
            MutatieNr: 1,
            Soort: 'FactuurVerstuurd',
            MutatieRegels: { cMutatieListRegel: [{ BedragInclBTW: 121, BTWCode: 'HOOG_VERK_21' }] },
          },
          { MutatieNr: 2, Soort: 'FactuurbetalingOntvangen' },
        ],
      },
    })
    expect(await withCodes('GetOpenPosten', { OpSoort: 'Debiteuren' })).toMatchObject({
      Openposten: { cOpenPost: [{ Bedrag: 121, Voldaan: 21, Openstaand: 100 }] },
    })
    expect(await withCodes('UpdateRelatie', relation('K1', { ID: 1, Plaats: 'Urk' }))).toEqual(noError)
    expect(await withCodes('GetRelaties', { cFilter: { ID: 1 } })).toMatchObject({
      Relaties: { cRelatie: [{ Plaats: 'Urk' }] },
    })
  })

  it('makes an invoice, adds an account and reads the lists', async () => {
    expect(await withCodes('AddFactuur', invoice())).toEqual({ ErrorMsg: noError, Factuurnummer: 'F00001' })
    expect(await withCodes('GetFacturen', { cFilter: {} })).toMatchObject({
      Facturen: { cFactuurList: [{ TotaalInclBTW: 181.5 }] },
    })
    const oGb = { ID: 0, Code: '8020', Omschrijving: 'Verhuur', Categorie: 'VW', Groep: '' }
    const { Gb_ID } = await withCodes('AddGrootboekrekening', { oGb })
    expect(
      await withCodes('UpdateGrootboekrekening', { oGb: { ...oGb, ID: Gb_ID, Omschrijving: 'Huur' } }),
    ).toEqual(noError)
    expect(await withCodes('GetGrootboekrekeningen', { cFilter: { ID: Gb_ID } })).toMatchObject({
      Rekeningen: { cGrootboekrekening: [{ Omschrijving: 'Huur' }] },
    })
    expect(await withCodes('GetSaldo', { cFilter: { GbCode: '8010', KostenPlaatsId: 0 } })).toMatchObject({
      Saldo: -150,
    })
    expect(await withCodes('GetSaldi', { cFilter: { KostenPlaatsId: 0, Categorie: 'DEB' } })).toMatchObject({
      Saldi: { cSaldo: [{ Saldo: 281.5 }] },
    })
    expect(await withCodes('GetAdministraties')).toMatchObject({
      Administraties: { cAdministratie: [{ Bedrijf: 'Oefenbedrijf' }] },
    })
    expect(await withCodes('GetKostenplaatsen', { cFilter: {} })).toMatchObject({
      Kostenplaatsen: { cKostenplaats: [{}, {}] },
    })
    expect(await withCodes('GetArtikelen', { cFilter: {} })).toMatchObject({
      Artikelen: { cArtikel: [{ Actief: true }, {}] },
    })
  })

  it('is told of refusals and faults, and closes', async () => {
    expect(await withCodes('AutoLogin', { Username: 'oefenbedrijf' })).toMatchObject({
      Token: expect.stringMatching(/^\w{32}$/),
    })
    const { username, code1, code2 } = sandbox.administration
    const sub = { Username: username, SecurityCode1: code1, SecurityCode2: code2, AdministratieGUID: 'x' }
    expect(await call('OpenSessionSub', sub)).toMatchObject({ ErrorMsg: { LastErrorCode: 'E0025' } })
    await expect(withCodes('AddMutatie', mutation('F', { Soort: 'Weg' }))).rejects.toThrow(
      'is not a valid value for enMutatieSoorten',
    )
    expect(await call('CloseSession', codes)).toEqual({})
    expect(await withCodes('GetSaldi')).toMatchObject({ ErrorMsg: { LastErrorCode: 'E0024' } })
  })
})
