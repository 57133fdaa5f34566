import { operationNames } from '@stella/e-boekhouden'
import { type Sandbox, startSandbox } from '@stella/e-boekhouden-sandbox'
import { type Client, createClientAsync } from 'soap'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hours, invoice, relation } from './scenario/requests.ts'
import type { Elements } from './scenario/step.ts'

// What the scenario, which compares texts, does not look at: the ports and the types that a client finds in the WSDL.

let sandbox: Sandbox
let client: Client
let codes: Elements

beforeAll(async () => {
  sandbox = await startSandbox()
  client = await createClientAsync(`${sandbox.soapUrl}?WSDL`)
  const { username: Username, code1: SecurityCode1, code2: SecurityCode2 } = sandbox.administration
  const { SessionID } = await call('OpenSession', { Username, SecurityCode1, SecurityCode2 })
  codes = { SessionID, SecurityCode2 }
})
afterAll(() => sandbox.close())

async function call(operation: string, fields: Elements): Promise<Elements> {
  const [answer] = await client[`${operation}Async`]({ ...codes, ...fields })
  return answer[`${operation}Result`]
}

test('the twenty operations stand on both ports', () => {
  const [service] = Object.values<Record<string, object>>(client.describe())
  expect(Object.keys(service ?? {})).toEqual(['soapAppSoap', 'soapAppSoap12'])
  for (const port of Object.values(service ?? {})) {
    expect(Object.keys(port).sort()).toEqual([...operationNames].sort())
  }
})

test('numbers are read as numbers, and truth as truth', async () => {
  expect(await call('AddRelatie', { oRel: relation({ Code: 'K1', Bedrijf: 'A' }) })).toEqual({
    ErrorMsg: null,
    Rel_ID: 21480004,
  })
  const written = invoice(
    { Relatiecode: 'K1', InBoekhoudingPlaatsen: true, BoekhoudmutatieOmschrijving: 'Uren' },
    [hours('2.5')],
  )
  expect(await call('AddFactuur', written)).toEqual({ ErrorMsg: null, Factuurnummer: 'F00001' })
  expect(await call('GetOpenPosten', { OpSoort: 'Debiteuren' })).toMatchObject({
    Openposten: { cOpenPost: [{ Bedrag: 181.5, Voldaan: 0, Openstaand: 181.5 }] },
  })
  expect(await call('GetSaldo', { cFilter: { GbCode: '8010', KostenPlaatsId: 0 } })).toMatchObject({
    Saldo: -150,
  })
  expect(await call('GetArtikelen', { cFilter: { ArtikelID: 1 } })).toMatchObject({
    Artikelen: { cArtikel: [{ ArtikelID: 1, BtwPercentage: 0.21, Actief: true }] },
  })
})
