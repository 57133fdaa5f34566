import { type Sandbox, startSandbox } from '@stella/e-boekhouden-sandbox'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { access } from './raw/open.ts'
import { envelope, post, textOf } from './raw/post.ts'

// Answers in the very shapes that clients in use depend on.

let sandbox: Sandbox
let both: string

beforeAll(async () => {
  sandbox = await startSandbox({ administration: { code2: 'c2', username: 'u', code1: 'c1' } })
  both = (await access(sandbox.soapUrl, sandbox.administration)).both
  const relation = '<oRel><Code>K1</Code><Bedrijf>Bakker</Bedrijf></oRel>'
  await bodyOf(`<AddRelatie>${both}${relation}</AddRelatie>`)
})
afterAll(() => sandbox.close())

const start =
  '<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema"><soap:Body>'
const end = '</soap:Body></soap:Envelope>'
const noError = '<ErrorMsg />'
const bothElements = '<LastErrorCode /><LastErrorDescription />'

/** What stands in the body of the answer, without the namespace of the service. */
async function bodyOf(content: string): Promise<string> {
  const { text, status } = await post(sandbox.soapUrl, envelope(content))
  expect(status).toBe(200)
  expect(text.startsWith(start) && text.endsWith(end)).toBe(true)
  return text.slice(start.length, -end.length).replace(' xmlns="http://www.e-boekhouden.nl/soap"', '')
}

function addMutation(number: string): string {
  return `<AddMutatie>${both}<oMut><Soort>FactuurVerstuurd</Soort><Datum>2019-10-28</Datum><Rekening>1300</Rekening><RelatieCode>K1</RelatieCode><Factuurnummer>${number}</Factuurnummer><Omschrijving>o</Omschrijving><Betalingstermijn>14</Betalingstermijn><InExBTW>EX</InExBTW><MutatieRegels><cMutatieRegel><BedragInvoer>42.00</BedragInvoer><BedragExclBTW>42.00</BedragExclBTW><BedragBTW>8.80</BedragBTW><BedragInclBTW>50.80</BedragInclBTW><BTWCode>AFW_VERK</BTWCode><BTWPercentage>20.95</BTWPercentage><TegenrekeningCode>8000</TegenrekeningCode></cMutatieRegel></MutatieRegels></oMut></AddMutatie>`
}

test('a session: an error without elements, a GUID in braces', async () => {
  const body = await bodyOf(
    '<OpenSession><Username>u</Username><SecurityCode1>c1</SecurityCode1><SecurityCode2>c2</SecurityCode2></OpenSession>',
  )
  const id = /\{[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}\}/.exec(body)?.[0] ?? ''
  expect(id).toHaveLength(38)
  expect(body).toBe(
    `<OpenSessionResponse><OpenSessionResult>${noError}<SessionID>${id}</SessionID></OpenSessionResult></OpenSessionResponse>`,
  )
})

test('a refusal: HTTP 200, the code without a dot, a text, and no session', async () => {
  const body = await bodyOf('<OpenSession><Username>x</Username></OpenSession>')
  expect(body).toMatch(
    /^<OpenSessionResponse><OpenSessionResult><ErrorMsg><LastErrorCode>E0011<\/LastErrorCode><LastErrorDescription>[^<]+<\/LastErrorDescription><\/ErrorMsg><\/OpenSessionResult><\/OpenSessionResponse>$/,
  )
})

test('a mutation: its number; refused: the number 0', async () => {
  expect(await bodyOf(addMutation('F1'))).toBe(
    `<AddMutatieResponse><AddMutatieResult>${noError}<Mutatienummer>1</Mutatienummer></AddMutatieResult></AddMutatieResponse>`,
  )
  const again = await bodyOf(addMutation('F1'))
  expect(again).toContain('<LastErrorCode>CMUT019</LastErrorCode>')
  expect(again).toContain('</ErrorMsg><Mutatienummer>0</Mutatienummer></AddMutatieResult>')
})

test('a list of one: a single child; decimals not padded, days as midnight', async () => {
  expect(await bodyOf(`<GetMutaties>${both}</GetMutaties>`)).toBe(
    `<GetMutatiesResponse><GetMutatiesResult>${noError}<Mutaties><cMutatieList><MutatieNr>1</MutatieNr><Soort>FactuurVerstuurd</Soort><Datum>2019-10-28T00:00:00</Datum><Rekening>1300</Rekening><RelatieCode>K1</RelatieCode><Factuurnummer>F1</Factuurnummer><Boekstuk /><Omschrijving>o</Omschrijving><Betalingstermijn>14</Betalingstermijn><InExBTW>EX</InExBTW><MutatieRegels><cMutatieListRegel><BedragInvoer>42</BedragInvoer><BedragExclBTW>42</BedragExclBTW><BedragBTW>8.8</BedragBTW><BedragInclBTW>50.8</BedragInclBTW><BTWCode>AFW_VERK</BTWCode><BTWPercentage>20.95</BTWPercentage><Factuurnummer>F1</Factuurnummer><TegenrekeningCode>8000</TegenrekeningCode><KostenplaatsID>0</KostenplaatsID></cMutatieListRegel></MutatieRegels></cMutatieList></Mutaties></GetMutatiesResult></GetMutatiesResponse>`,
  )
})

test('a list of none: there, and empty', async () => {
  expect(await bodyOf(`<GetFacturen>${both}</GetFacturen>`)).toBe(
    `<GetFacturenResponse><GetFacturenResult>${noError}<Facturen /></GetFacturenResult></GetFacturenResponse>`,
  )
})

test('a change: the result is the error itself', async () => {
  const [{ id } = { id: 0 }] = sandbox.books().relations
  const relation = `<oRel><ID>${id}</ID><Code>K1</Code><Bedrijf>Bakker</Bedrijf></oRel>`
  const change = `<UpdateRelatie>${both}${relation}</UpdateRelatie>`
  expect(await bodyOf(change)).toBe('<UpdateRelatieResponse><UpdateRelatieResult /></UpdateRelatieResponse>')
  sandbox.settings.change({ successMessage: 'fields' })
  expect(await bodyOf(change)).toBe(
    `<UpdateRelatieResponse><UpdateRelatieResult>${bothElements}</UpdateRelatieResult></UpdateRelatieResponse>`,
  )
  sandbox.settings.change({ successMessage: 'empty' })
  const account =
    '<oGb><ID>15</ID><Code>8000</Code><Omschrijving>Omzet</Omschrijving><Categorie>VW</Categorie></oGb>'
  expect(await bodyOf(`<UpdateGrootboekrekening>${both}${account}</UpdateGrootboekrekening>`)).toBe(
    '<UpdateGrootboekrekeningResponse><UpdateGrootboekrekeningResult /></UpdateGrootboekrekeningResponse>',
  )
})

test('both elements of the error there and empty, where that is asked for', async () => {
  sandbox.settings.change({ successMessage: 'fields' })
  expect(await bodyOf(`<GetOpenPosten>${both}<OpSoort>Crediteuren</OpSoort></GetOpenPosten>`)).toBe(
    `<GetOpenPostenResponse><GetOpenPostenResult><ErrorMsg>${bothElements}</ErrorMsg><Openposten /></GetOpenPostenResult></GetOpenPostenResponse>`,
  )
  sandbox.settings.change({ successMessage: 'empty' })
})

test('a closing: nothing in it', async () => {
  expect(await bodyOf('<CloseSession/>')).toBe('<CloseSessionResponse />')
})

test('a relation carries the moment it was added, an invoice the address of its PDF', async () => {
  const relation = await bodyOf(`<GetRelaties>${both}</GetRelaties>`)
  expect(relation).toMatch(/<AddDatum>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d<\/AddDatum>/)
  const line =
    '<cFactuurRegel><Aantal>1</Aantal><Code>A</Code><Omschrijving>o</Omschrijving><PrijsPerEenheid>0.1</PrijsPerEenheid><BTWCode>GEEN</BTWCode><TegenrekeningCode>8000</TegenrekeningCode></cFactuurRegel>'
  await bodyOf(
    `<AddFactuur>${both}<oFact><Relatiecode>K1</Relatiecode><Datum>2026-01-01</Datum><Betalingstermijn>14</Betalingstermijn><Factuursjabloon>Standaard</Factuursjabloon><Regels>${line}</Regels></oFact></AddFactuur>`,
  )
  const answer = await post(sandbox.soapUrl, envelope(`<GetFacturen>${both}</GetFacturen>`))
  expect(textOf(answer, 'URLPDFBestand')).toMatch(/^http:.*F00001/)
  expect(textOf(answer, 'TotaalInclBTW')).toBe('0.1')
})

test('a fault: HTTP 500, the words of an .asmx service', async () => {
  const answer = await post(sandbox.soapUrl, envelope('<Bestaat>niet</Bestaat>'))
  expect(answer.status).toBe(500)
  expect(answer.text.startsWith(`${start}<soap:Fault><faultcode>soap:Client</faultcode><faultstring>`)).toBe(
    true,
  )
  expect(answer.text.endsWith(`</faultstring><detail /></soap:Fault>${end}`)).toBe(true)
})
