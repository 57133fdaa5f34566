import { type Sandbox, startSandbox } from '@stella/e-boekhouden-sandbox'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { access } from './raw/open.ts'
import { countOf, envelope, post, prefixedEnvelope, soap12, textOf } from './raw/post.ts'

// Requests in the shapes that clients in use have been seen to send, and that the service is believed to take. What
// holds for any client stands with the sandbox's own tests of the wire.

let sandbox: Sandbox
let opened: Awaited<ReturnType<typeof access>>
const send = (content: string) => post(sandbox.soapUrl, content)
const lastMutation = () => sandbox.books().mutations.at(-1)

beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.close())

/** New books with one relation, K1, and one invoice of hers, F1 of 15 January 2026. */
beforeEach(async () => {
  sandbox.reset()
  sandbox.settings.change({ errorCodes: 'dotless' })
  opened = await access(sandbox.soapUrl, sandbox.administration)
  await send(envelope(addRelation('K1')))
  const answer = await send(envelope(addMutation({ Factuurnummer: 'F1' })))
  expect(textOf(answer, 'Mutatienummer')).toBe('1')
})

function addRelation(code: string): string {
  return `<AddRelatie>${opened.both}<oRel><Code>${code}</Code><Bedrijf>Bakker</Bedrijf></oRel></AddRelatie>`
}

const invoiceLine =
  '<BedragInvoer>121</BedragInvoer><BedragExclBTW>100</BedragExclBTW><BedragBTW>21</BedragBTW><BedragInclBTW>121</BedragInclBTW>' +
  '<BTWCode>HOOG_VERK_21</BTWCode><BTWPercentage>21</BTWPercentage><TegenrekeningCode>8000</TegenrekeningCode><KostenplaatsID>0</KostenplaatsID>'

/** An invoice with its elements in the order of the WSDL; `null` leaves an element out. */
function addMutation(changes: Record<string, string | null>, line = invoiceLine): string {
  const fields: Record<string, string | null> = {
    ...{
      MutatieNr: '0',
      Soort: 'FactuurVerstuurd',
      Datum: '2026-01-15',
      Rekening: '1300',
      RelatieCode: 'K1',
    },
    ...{ Factuurnummer: 'F2', Boekstuk: '', Omschrijving: 'Order 1 &amp; co', Betalingstermijn: '14' },
    ...{ InExBTW: 'IN', ...changes },
  }
  const written = Object.entries(fields).map(([name, text]) =>
    text === null ? '' : `<${name}>${text}</${name}>`,
  )
  return `<AddMutatie>${opened.both}<oMut>${written.join('')}<MutatieRegels><cMutatieRegel>${line}</cMutatieRegel></MutatieRegels></oMut></AddMutatie>`
}

describe('filters that find everything', () => {
  const dates = (from: string, through: string) => `<DatumVan>${from}</DatumVan><DatumTm>${through}</DatumTm>`
  const numbers = '<MutatieNr>0</MutatieNr><MutatieNrVan>0</MutatieNrVan><MutatieNrTm>0</MutatieNrTm>'
  const filters: Record<string, string> = {
    'IntVent: zeros, an empty number, 1970 to 2050': `<cFilter>${numbers}<Factuurnummer></Factuurnummer>${dates('1970-01-01', '2050-12-31')}</cFilter>`,
    'innovato: zeros, the number, 1980 to 2049': `<cFilter>${numbers}<Factuurnummer>F1</Factuurnummer>${dates('1980-01-01', '2049-12-31')}</cFilter>`,
    'zeep: closed at once': '<cFilter/>',
    'j3lte: nothing inside': '<cFilter></cFilter>',
    'no filter at all': '',
    'strong-soap: only the days, as instants': `<cFilter>${dates('2026-01-01T00:00:00.000Z', '2026-12-31T00:00:00.000Z')}</cFilter>`,
    'node-soap with Date objects: empty days': `<cFilter>${numbers}<DatumVan></DatumVan><DatumTm></DatumTm></cFilter>`,
    '.NET without dates: the year 1': `<cFilter>${numbers}${dates('0001-01-01T00:00:00', '0001-01-01T00:00:00')}</cFilter>`,
    'nil days': `<cFilter>${numbers}<DatumVan xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:nil="true"/><DatumTm xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:nil="1"/></cFilter>`,
    'PHP: empty numbers': `<cFilter><MutatieNr></MutatieNr><MutatieNrVan></MutatieNrVan><MutatieNrTm></MutatieNrTm>${dates('1980-01-01', '2049-12-31')}</cFilter>`,
    'the largest long': `<cFilter><MutatieNr>0</MutatieNr><MutatieNrVan>1</MutatieNrVan><MutatieNrTm>9223372036854775807</MutatieNrTm></cFilter>`,
  }

  for (const [name, filter] of Object.entries(filters)) {
    test(name, async () => {
      const answer = await send(envelope(`<GetMutaties>${opened.both}${filter}</GetMutaties>`))
      // The form in which every client takes a success: no code at all.
      expect(textOf(answer, 'LastErrorCode') ?? '').toBe('')
      expect(countOf(answer, 'cMutatieList')).toBe(1)
    })
  }

  test('and one that finds nothing, for comparison', async () => {
    const answer = await send(
      envelope(
        `<GetMutaties>${opened.both}<cFilter><Factuurnummer>F9</Factuurnummer></cFilter></GetMutaties>`,
      ),
    )
    expect(countOf(answer, 'cMutatieList')).toBe(0)
  })
})

describe('order, prefixes and elements', () => {
  test('j3lte and the official example: the second code before the session', async () => {
    const answer = await send(
      envelope(`<GetMutaties>${opened.code2}${opened.session}<cFilter></cFilter></GetMutaties>`),
    )
    expect(countOf(answer, 'cMutatieList')).toBe(1)
  })

  test('IntVent: PHP’s own prefixes', async () => {
    const answer = await send(prefixedEnvelope(addMutation({ Factuurnummer: 'F2026-1' })))
    expect(textOf(answer, 'Mutatienummer')).toBe('2')
    expect(lastMutation()).toMatchObject({
      ...{ kind: 'FactuurVerstuurd', date: '2026-01-15', account: '1300', relationCode: 'K1' },
      ...{ invoiceNumber: 'F2026-1', description: 'Order 1 & co', paymentTerm: '14', inExVat: 'IN' },
      lines: [{ amountEntered: '121.00', amountExcl: '100.00', vatCode: 'HOOG_VERK_21' }],
    })
  })

  test('Pinelab: an order of its own, without numbers that are 0, and money without a relation', async () => {
    const content = `<AddMutatie>${opened.both}<oMut><Soort>GeldOntvangen</Soort><Datum>2026-01-15</Datum><Rekening>1010</Rekening><Omschrijving>Order</Omschrijving><InExBTW>IN</InExBTW><MutatieRegels><cMutatieRegel><BedragExclBTW>41.32</BedragExclBTW><BedragBTW>8.68</BedragBTW><BedragInclBTW>50</BedragInclBTW><BTWCode>HOOG_VERK_21</BTWCode><BTWPercentage>21</BTWPercentage><TegenrekeningCode>8010</TegenrekeningCode><BedragInvoer>50</BedragInvoer></cMutatieRegel></MutatieRegels></oMut></AddMutatie>`
    expect(textOf(await send(envelope(content)), 'Mutatienummer')).toBe('2')
    expect(lastMutation()).toMatchObject({
      ...{ kind: 'GeldOntvangen', account: '1010', relationCode: '', invoiceNumber: '' },
      lines: [{ amountEntered: '50.00', amountVat: '8.68', ledgerAccount: '8010', costCenterId: 0 }],
    })
  })

  test('the lines before the header, and elements it does not know', async () => {
    const [, before = '', header = '', lines = '', after = ''] =
      /^(.*<oMut>)(.*)(<MutatieRegels>.*<\/MutatieRegels>)(.*)$/.exec(addMutation({})) ?? []
    const odd = `${before}<Onbekend><Diep>1</Diep></Onbekend>${lines}${header}<BTWSoort>x</BTWSoort>${after}`
    expect(textOf(await send(envelope(odd)), 'Mutatienummer')).toBe('2')
    expect(lastMutation()?.invoiceNumber).toBe('F2')
  })

  test('an element of another namespace is not the service’s', async () => {
    const content = addMutation({}).replace(
      '<Factuurnummer>F2</Factuurnummer>',
      '<Factuurnummer>F2</Factuurnummer><Factuurnummer xmlns="urn:other">F3</Factuurnummer>',
    )
    await send(envelope(content))
    expect(lastMutation()?.invoiceNumber).toBe('F2')
  })

  test('a number of its caller is passed over: 99999, or that of an order', async () => {
    const answer = await send(envelope(addMutation({ MutatieNr: '99999' })))
    expect(textOf(answer, 'Mutatienummer')).toBe('2')
  })
})

describe('values', () => {
  for (const [written, amount] of [
    ['121', '121.00'],
    ['121.0', '121.00'],
    ['121.00', '121.00'],
    ['+121', '121.00'],
    ['121.004', '121.00'],
    ['-121.00', '-121.00'],
  ] as const) {
    test(`the amount ${written} is ${amount}`, async () => {
      await send(envelope(addMutation({}, invoiceLine.replace('>121<', `>${written}<`))))
      expect(lastMutation()).toMatchObject({ number: 2, lines: [{ amountEntered: amount }] })
    })
  }

  for (const [name, line] of [
    ['DashedCMS: a thousands separator', invoiceLine.replace('>121<', '>1,210.00<')],
    ['a decimal comma', invoiceLine.replace('>121<', '>121,00<')],
    ['an exponent in a decimal', invoiceLine.replace('>121<', '>1.21E2<')],
    ['a word', invoiceLine.replace('>121<', '>veel<')],
  ] as const) {
    test(`faults on ${name}`, async () => {
      const answer = await send(envelope(addMutation({}, line)))
      expect(answer.status).toBe(500)
      expect(textOf(answer, 'faultcode')).toBe('soap:Client')
      expect(textOf(answer, 'faultstring')).toMatch(
        /^Server was unable to read request\. ---&gt; There is an error in XML document \(\d+, \d+\)\. ---&gt; /,
      )
      expect(sandbox.books().mutations).toHaveLength(1)
    })
  }

  test('PHP’s empty text for a long is 0', async () => {
    const line = invoiceLine.replace('<KostenplaatsID>0', '<KostenplaatsID>')
    await send(envelope(addMutation({ MutatieNr: '' }, line)))
    expect(lastMutation()).toMatchObject({ number: 2, lines: [{ costCenterId: 0 }] })
  })

  test('an absent day is missing, an absent kind unknown', async () => {
    expect(textOf(await send(envelope(addMutation({ Datum: null }))), 'LastErrorCode')).toBe('CMUT004')
    expect(textOf(await send(envelope(addMutation({ Soort: null }))), 'LastErrorCode')).toBe('CMUT008')
  })

  test('texts come through whole: markup, CDATA, references, letters beyond ASCII', async () => {
    await send(
      envelope(addMutation({ Omschrijving: 'a &lt;b&gt; <![CDATA[<c> & d]]> &#233; &#x20AC; ünï 😀' })),
    )
    expect(lastMutation()?.description).toBe('a <b> <c> & d é € ünï 😀')
    const answer = await send(
      envelope(`<GetMutaties>${opened.both}<cFilter><MutatieNr>2</MutatieNr></cFilter></GetMutaties>`),
    )
    expect(textOf(answer, 'Omschrijving')).toBe('a &lt;b&gt; &lt;c&gt; &amp; d é € ünï 😀')
  })
})

describe('the way a message travels', () => {
  const closed = '<CloseSession/>'

  test('IntVent’s end: a closing without a session', async () => {
    const answer = await send(envelope(closed))
    expect(answer.status).toBe(200)
    expect(answer.text).toContain('<CloseSessionResponse xmlns="http://www.e-boekhouden.nl/soap" />')
  })

  for (const [name, headers] of [
    ['with its action quoted', { soapaction: '"http://www.e-boekhouden.nl/soap/CloseSession"' }],
    ['with its action bare', { soapaction: 'http://www.e-boekhouden.nl/soap/CloseSession' }],
    ['with an empty action', { soapaction: '""' }],
    ['without an action', {}],
  ] as const) {
    test(`SOAP 1.1 ${name}`, async () => {
      const answer = await post(sandbox.soapUrl, envelope(closed), { 'content-type': 'text/xml', ...headers })
      expect(answer.status).toBe(200)
      expect(answer.contentType).toBe('text/xml; charset=utf-8')
    })
  }

  test('with white space in front, and no charset', async () => {
    const answer = await post(sandbox.soapUrl, `\n${envelope(closed).replace(/<\?.*?\?>/, '')}`, {
      'content-type': 'text/xml',
    })
    expect(answer.status).toBe(200)
  })

  test('strong-soap: SOAP 1.2 without an action', async () => {
    const answer = await post(sandbox.soapUrl, prefixedEnvelope(closed, 'ns1', soap12), {
      'content-type': 'application/soap+xml; charset=utf-8',
    })
    expect(answer.status).toBe(200)
    expect(answer.contentType).toBe('application/soap+xml; charset=utf-8')
    expect(answer.text).toContain(soap12)
  })

  test('the address is found whatever its case', async () => {
    const shouted = sandbox.soapUrl.replace('/soap.asmx', '/SOAP.asmx')
    expect((await post(shouted, envelope(closed))).status).toBe(200)
    expect(await (await fetch(`${shouted}?WSDL`)).text()).toContain(`location="${sandbox.soapUrl}"`)
  })
})

describe('codes', () => {
  const ask = () =>
    send(
      envelope(
        `<GetMutaties><SessionID>{00000000-0000-4000-8000-000000000000}</SessionID>${opened.code2}</GetMutaties>`,
      ),
    )

  test('have no dots, as clients have met them', async () => {
    expect(textOf(await ask(), 'LastErrorCode')).toBe('E0022')
  })

  test('have dots when they are asked for, as the manual writes them', async () => {
    sandbox.settings.change({ errorCodes: 'dotted' })
    expect(textOf(await ask(), 'LastErrorCode')).toBe('E002.2')
  })
})
