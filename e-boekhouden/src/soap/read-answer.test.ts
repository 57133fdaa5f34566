import { describe, expect, it } from 'vitest'
import { envelope, noError, refusal, sendXml } from '../testing/answers.ts'
import { exampleMutation } from '../testing/examples.ts'
import { closedAfterEach, errorOf } from '../testing/start-client.ts'

const start = closedAfterEach()

/** A client whose every call within a session gets this answer. */
function answering(text: string | Uint8Array, options: { status?: number; type?: string } = {}) {
  return start(({ operation }, response) => {
    if (operation === 'OpenSession' || operation === 'CloseSession') return false
    response.writeHead(options.status ?? 200, { 'content-type': options.type ?? 'text/xml; charset=utf-8' })
    response.end(text)
    return true
  })
}

const booked = envelope('AddMutatie', `${noError}<Mutatienummer>12</Mutatienummer>`)

describe('answers that are read', () => {
  const soap12 = booked.replaceAll(
    'http://schemas.xmlsoap.org/soap/envelope/',
    'http://www.w3.org/2003/05/soap-envelope',
  )
  for (const [name, text] of [
    ['SOAP 1.1', booked],
    ['SOAP 1.2', soap12],
    ['a byte order mark', `\ufeff${booked}`],
    ['blank lines before', `\r\n\r\n${booked}`],
    ['other prefixes', booked.replaceAll('soap:', 'SOAP-ENV:').replace('xmlns:soap=', 'xmlns:SOAP-ENV=')],
    [
      'prefixed elements',
      booked
        .replace(' xmlns="http://www.e-boekhouden.nl/soap"', ' xmlns:n="http://www.e-boekhouden.nl/soap"')
        .replaceAll(/<(\/?)(AddMutatie\w+|ErrorMsg|LastError\w+|Mutatienummer)/g, '<$1n:$2'),
    ],
    ['CDATA', booked.replace('>12<', '><![CDATA[12]]><')],
    ['white space', booked.replace('>12<', '>\n  12\n  <')],
    ['no ErrorMsg', booked.replace(noError, '')],
    ['an empty ErrorMsg', booked.replace(noError, '<ErrorMsg />')],
    ['elements in another order', envelope('AddMutatie', `<Mutatienummer>12</Mutatienummer>${noError}`)],
    ['elements that nobody knows', booked.replace(noError, `<New><Deep>1</Deep></New>${noError}`)],
    ['a header', booked.replace('<soap:Body>', '<soap:Header><a/></soap:Header><soap:Body>')],
  ] as const) {
    it(`with ${name}`, async () => {
      const { client } = await answering(text)
      expect(await client.addMutation(exampleMutation)).toEqual({ mutationNumber: 12 })
    })
  }

  for (const [name, items, count] of [
    ['absent', '', 0],
    ['self-closed', '<Mutaties />', 0],
    ['empty', '<Mutaties></Mutaties>', 0],
    ['one', '<Mutaties><cMutatieList><MutatieNr>1</MutatieNr></cMutatieList></Mutaties>', 1],
    [
      'many',
      `<Mutaties>${'<cMutatieList><MutatieNr>1</MutatieNr></cMutatieList>'.repeat(500)}</Mutaties>`,
      500,
    ],
  ] as const) {
    it(`with a list that is ${name}`, async () => {
      const { client } = await answering(envelope('GetMutaties', noError + items))
      expect(await client.getMutations({})).toHaveLength(count)
    })
  }

  it('with a mutation as the service lists it, left-out elements and all', async () => {
    const { client } = await answering(
      envelope(
        'GetMutaties',
        `${noError}<Mutaties><cMutatieList><MutatieNr>7</MutatieNr><Soort>FactuurVerstuurd</Soort>` +
          '<Datum>2019-10-28T00:00:00</Datum><Rekening>1300</Rekening><RelatieCode>K1</RelatieCode>' +
          '<Factuurnummer>F1</Factuurnummer><Boekstuk/><Betalingstermijn>14</Betalingstermijn><InExBTW>EX</InExBTW>' +
          '<MutatieRegels><cMutatieListRegel><BedragInvoer>42</BedragInvoer><BedragExclBTW>42</BedragExclBTW>' +
          '<BedragBTW>8.82</BedragBTW><BedragInclBTW>50.8200</BedragInclBTW><BTWCode>HOOG_VERK_21</BTWCode>' +
          '<BTWPercentage>21.0</BTWPercentage><TegenrekeningCode>8000</TegenrekeningCode></cMutatieListRegel>' +
          '</MutatieRegels></cMutatieList></Mutaties>',
      ),
    )
    expect(await client.getMutations({ invoiceNumber: 'F1' })).toEqual([
      {
        number: 7,
        kind: 'invoiceSent',
        date: '2019-10-28',
        account: '1300',
        relationCode: 'K1',
        invoiceNumber: 'F1',
        document: '',
        description: '',
        paymentTermDays: '14',
        amountsIncludeVat: false,
        lines: [
          {
            amountEntered: '42.00',
            amountExcl: '42.00',
            amountVat: '8.82',
            amountIncl: '50.82',
            vatCode: 'HOOG_VERK_21',
            vatPercentage: '21',
            ledgerAccount: '8000',
            costCenterId: 0,
            invoiceNumber: '',
          },
        ],
      },
    ])
  })
})

describe('answers that leave the outcome of a booking unknown', () => {
  const fault = booked.replace(/<AddMutatieResponse.*AddMutatieResponse>/, '')
  for (const [name, text, options, expected] of [
    ['500 without a body', '', { status: 500 }, { reason: 'http_status', httpStatus: 500 }],
    ['500 with a booking in it', booked, { status: 500 }, { reason: 'http_status', httpStatus: 500 }],
    ['502', '<html>Bad gateway</html>', { status: 502, type: 'text/html' }, { reason: 'http_status' }],
    ['404', 'niets', { status: 404, type: 'text/plain' }, { reason: 'http_status', httpStatus: 404 }],
    ['a page', '<html><body>Onderhoud</body></html>', { type: 'text/html' }, { reason: 'not_soap' }],
    ['a page that calls itself XML', '<html><body>Onderhoud</body></html>', {}, { reason: 'not_soap' }],
    ['a page with a document type', '<!DOCTYPE html><html/>', {}, { reason: 'forbidden_xml' }],
    ['nothing', '', {}, { reason: 'empty' }],
    ['half a document', booked.slice(0, -30), {}, { reason: 'unreadable' }],
    ['a wrong charset', Buffer.from(booked.replace('>12<', '>é<'), 'latin1'), {}, { reason: 'unreadable' }],
    ['an unknown encoding', booked, { type: 'text/xml; charset=x-none' }, { reason: 'unreadable' }],
    ['an empty body', fault, {}, { reason: 'empty' }],
    ['the answer to something else', booked.replaceAll('AddMutatie', 'GetSaldo'), {}, { reason: 'empty' }],
    ['an empty result', envelope('AddMutatie', ''), {}, { reason: 'empty' }],
    ['number 0', booked.replace('>12<', '>0<'), {}, { reason: 'empty' }],
    ['no number', envelope('AddMutatie', noError), {}, { reason: 'empty' }],
    ['a number that is none', booked.replace('>12<', '>twaalf<'), {}, { reason: 'unreadable' }],
    ['a number beyond all', booked.replace('>12<', '>9223372036854775807<'), {}, { reason: 'unreadable' }],
    [
      'a refusal with a number',
      envelope('AddMutatie', `${refusal('CMUT017')}<Mutatienummer>12</Mutatienummer>`),
      {},
      { reason: 'unreadable' },
    ],
  ] as const) {
    it(name, async () => {
      const { client, server } = await answering(text, options)
      const error = await errorOf(client.addMutation(exampleMutation))
      expect(error).toMatchObject({
        kind: 'outcome_unknown',
        outcome: 'unknown',
        operation: 'AddMutatie',
        ...expected,
      })
      expect(server.arrived.filter(({ operation }) => operation === 'AddMutatie')).toHaveLength(1)
    })
  }

  it('every beginning of an answer', async () => {
    let length = 0
    const { client } = await start(({ operation }, response) => {
      if (operation !== 'AddMutatie') return false
      sendXml(response, booked.slice(0, length))
      return true
    })
    for (length = 0; length < booked.length; length += 7) {
      expect((await errorOf(client.addMutation(exampleMutation))).outcome).toBe('unknown')
    }
  })

  it('a compressed answer, which was not asked for', async () => {
    const { client, server } = await start(({ operation }, response) => {
      if (operation !== 'AddMutatie') return false
      response.writeHead(200, { 'content-type': 'text/xml', 'content-encoding': 'gzip' }).end(booked)
      return true
    })
    expect(await errorOf(client.addMutation(exampleMutation))).toMatchObject({ reason: 'unreadable' })
    expect(server.arrived[0]?.headers['accept-encoding']).toBeUndefined()
  })

  it('a request to come back later, with the time', async () => {
    const { client } = await start(({ operation }, response) => {
      if (operation !== 'AddMutatie') return false
      response.writeHead(503, { 'retry-after': '120' }).end()
      return true
    })
    const error = await errorOf(client.addMutation(exampleMutation))
    expect(error).toMatchObject({ kind: 'outcome_unknown', httpStatus: 503, retryAfterSeconds: 120 })
  })
})

describe('look-ups that must not pass for «not found»', () => {
  for (const [name, text] of [
    ['an empty result', envelope('GetMutaties', '')],
    ['a result of unknown elements', envelope('GetMutaties', '<Iets>1</Iets>')],
    ['no result', envelope('GetMutaties', '').replace(/<GetMutatiesResult>.*Result>/, '')],
    ['a text without a code', envelope('GetMutaties', refusal('', 'Er ging iets mis'))],
    [
      'a mutation with an amount that is none',
      envelope(
        'GetMutaties',
        `${noError}<Mutaties><cMutatieList><MutatieRegels><cMutatieListRegel><BedragInvoer>1.210,00</BedragInvoer>` +
          '</cMutatieListRegel></MutatieRegels></cMutatieList></Mutaties>',
      ),
    ],
  ] as const) {
    it(name, async () => {
      const { client } = await answering(text)
      expect(await errorOf(client.getMutations({ invoiceNumber: 'F1' }))).toMatchObject({
        kind: 'outcome_unknown',
      })
    })
  }
})

describe('refusals and faults', () => {
  it('a business refusal is certain and carries its code and meanings', async () => {
    const { client } = await answering(
      envelope('AddMutatie', `${refusal('CMUT019')}<Mutatienummer>0</Mutatienummer>`),
    )
    expect(await errorOf(client.addMutation(exampleMutation))).toMatchObject({
      kind: 'rejected',
      outcome: 'nothing_done',
      code: 'CMUT019',
      meanings: ['invoice_number_exists'],
      description: 'Geweigerd',
    })
  })

  it('an update is refused by a result that is itself the message', async () => {
    const message = '<LastErrorCode>CGB001.1</LastErrorCode><LastErrorDescription>x</LastErrorDescription>'
    const { client } = await answering(envelope('UpdateGrootboekrekening', message))
    const call = client.updateLedgerAccount({ id: 1, code: '8000', description: 'Omzet', category: 'VW' })
    expect(await errorOf(call)).toMatchObject({ kind: 'rejected', code: 'CGB001.1' })
  })

  const account = { id: 1, code: '8000', description: 'Omzet', category: 'VW' } as const
  const result = /<UpdateGrootboekrekeningResult>.*<\/UpdateGrootboekrekeningResult>/

  for (const [name, message] of [
    ['empty', '<LastErrorCode/><LastErrorDescription/>'],
    ['half there', '<LastErrorCode/>'],
    ['self-closed', ''],
  ] as const) {
    it(`an update succeeds when that message is ${name}`, async () => {
      const { client } = await answering(envelope('UpdateGrootboekrekening', message))
      await expect(client.updateLedgerAccount(account)).resolves.toBeUndefined()
    })
  }

  for (const [name, instead] of [
    ['missing', ''],
    [
      'nil',
      '<UpdateGrootboekrekeningResult xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:nil="true"/>',
    ],
    ['of something else', '<UpdateGrootboekrekeningResult><Iets/></UpdateGrootboekrekeningResult>'],
  ] as const) {
    it(`an update is unknown when that message is ${name}`, async () => {
      const { client } = await answering(envelope('UpdateGrootboekrekening', '').replace(result, instead))
      expect(await errorOf(client.updateLedgerAccount(account))).toMatchObject({ reason: 'empty' })
    })
  }

  it('the call limit', async () => {
    const { client } = await answering(envelope('GetMutaties', refusal('E003.1')))
    expect(await errorOf(client.getMutations())).toMatchObject({ kind: 'call_limit', code: 'E003.1' })
  })

  const fault11 =
    '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><s:Fault><faultcode>s:Client</faultcode>' +
    '<faultstring>Server was unable to read request.</faultstring><detail/></s:Fault></s:Body></s:Envelope>'
  const fault12 =
    '<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Body><s:Fault><s:Code><s:Value>s:Receiver' +
    '</s:Value></s:Code><s:Reason><s:Text xml:lang="en">Broken</s:Text></s:Reason></s:Fault></s:Body></s:Envelope>'
  for (const [name, text, status, expected] of [
    ['1.1', fault11, 500, { faultCode: 'client', description: 'Server was unable to read request.' }],
    ['1.2', fault12, 500, { faultCode: 'server', description: 'Broken' }],
    ['1.1 with status 200', fault11, 200, { faultCode: 'client', httpStatus: 200 }],
  ] as const) {
    it(`a fault of SOAP ${name} is no proof that nothing was done`, async () => {
      const { client } = await answering(text, { status })
      const error = await errorOf(client.addMutation(exampleMutation))
      expect(error).toMatchObject({ kind: 'fault', outcome: 'unknown', ...expected })
    })
  }
})
