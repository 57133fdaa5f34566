import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Sandbox, startSandbox } from '../index.ts'
import { operationNames } from '../protocol/operations.ts'
import { invoice, mutation, payment, relation } from '../testing/messages.ts'
import { firstRelation } from '../testing/relation-ids.ts'
import { openCaller, postBody } from '../testing/soap-caller.ts'
import { parseXml } from '../xml/parse.ts'
import { price } from './format.ts'
import { table } from './table.ts'

const claim = 'Oefenomgeving: dit is niet e-Boekhouden.nl en hoort er niet bij.'
const hostileName = `<script>alert(1)</script> "A" & 'b'`

describe('the screens', () => {
  let sandbox: Sandbox

  beforeAll(async () => {
    sandbox = await startSandbox({ administration: { company: hostileName } })
    const caller = await openCaller(sandbox)
    await caller.call('AddRelatie', relation('K1', { Bedrijf: hostileName, Notitie: hostileName }))
    await caller.call('AddMutatie', mutation('<b>V1</b>', { Omschrijving: hostileName }))
    await caller.call('AddMutatie', payment('<b>V1</b>', '21.00'))
    await caller.call('AddFactuur', invoice({ Factuurnummer: 'A/1 ?' }))
    sandbox.faults.add({ kind: 'refused', operation: 'GetSaldi', times: 1 })
    await caller.call('GetSaldi')
  })
  afterAll(() => sandbox.close())

  const read = async (address: string) => {
    const response = await fetch(new URL(address, sandbox.url), { redirect: 'manual' })
    return { status: response.status, text: await response.text(), headers: response.headers }
  }

  it('are all reached from the first one, answer, say what they are, and escape every text', async () => {
    const seen = new Map<string, string>()
    const waiting = ['/']
    for (let address = waiting.pop(); address !== undefined; address = waiting.pop()) {
      if (seen.has(address)) continue
      const { status, text, headers } = await read(address)
      expect([address, status]).toEqual([address, 200])
      seen.set(address, text)
      if (!headers.get('content-type')?.includes('html')) continue
      expect(text.split(claim).length - 1).toBeGreaterThanOrEqual(2)
      expect(text.match(/<h1>/g)).toHaveLength(1)
      expect(text).not.toContain('<script>alert')
      expect(headers.get('content-security-policy')).toContain("default-src 'none'")
      for (const [, href = ''] of text.matchAll(/href="(\/[^"]*)"/g))
        waiting.push(href.replaceAll('&amp;', '&'))
    }
    const pages = [...seen.keys()]
    for (const wanted of [
      '/1',
      '/1/grootboek',
      '/1/grootboek/1300',
      `/1/relaties/${firstRelation}`,
      '/1/mutaties/1',
      '/1/open-posten',
      '/1/facturen/A%2F1%20%3F',
      '/1/artikelen',
      '/1/beheer/inrichting/instellingen/koppelingen/api-soap',
      '/1/beheer/gebruiker',
      '/1/beheer/inrichting/periode',
      '/verzoeken',
      '/verzoeken/3',
      '/storingen',
      '/protocol',
      '/soap.asmx?op=AddMutatie',
      '/soap.asmx?WSDL',
    ]) {
      expect(pages).toContain(wanted)
    }
  })

  it('lead from a balance to the mutation to the relation', async () => {
    expect((await read('/1/grootboek')).text).toContain('href="/1/grootboek/8000"')
    expect((await read('/1/grootboek/8000')).text).toContain('href="/1/mutaties/1"')
    const text = (await read('/1/mutaties/1')).text
    expect(text).toContain(`href="/1/relaties/${firstRelation}"`)
    expect(text).toContain('€\u00A0121,00')
    expect((await read('/1/open-posten')).text).toContain('€\u00A0100,00')
  })

  it('show a price with all its decimals and at least two', async () => {
    expect((await read('/1/facturen/A%2F1%20%3F')).text).toContain('€\u00A060,00')
    expect(['0.0025', '-1234.50', '.5', '1000000'].map(price)).toEqual([
      '€\u00A00,0025',
      '−€\u00A01.234,50',
      '€\u00A00,50',
      '€\u00A01.000.000,00',
    ])
  })

  it('show the first of very many rows, and say how many there are', () => {
    const rows = (length: number) =>
      table(
        [{ head: 'Nummer', cell: (row: number) => row }],
        Array.from({ length }, (_, at) => at),
        {
          ...{ label: 'Nummers', empty: '', totals: ['Samen'] },
        },
      ).markup
    expect(rows(500)).not.toContain('class="pages"')
    expect(rows(1201)).toContain('Dit zijn de eerste 500 van 1.201\u00A0rijen.')
    expect(rows(1201).match(/<tr/g)).toHaveLength(502)
    expect(rows(1201)).toContain('Samen')
  })

  it('show the three codes at the end of the way of the manual', async () => {
    const before = (await read('/1/beheer/inrichting/instellingen/koppelingen/api-soap')).text
    expect(before).toContain('<button class="main">Verder</button>')
    const { text } = await read('/1/beheer/inrichting/instellingen/koppelingen/api-soap/gegevens')
    const { username, code1, code2 } = sandbox.administration
    for (const [label, value] of [
      ['Gebruikersnaam', username],
      ['Beveiligingscode 1', code1],
      ['Beveiligingscode 2', code2],
    ]) {
      expect(text).toContain(`>${label}</label>`)
      expect(text).toContain(`value="${value}"`)
    }
  })

  it('show requests with their answers and no code', async () => {
    const { text } = await read('/verzoeken/3')
    expect(text).toContain('&lt;Omschrijving&gt;')
    expect(text).toContain('&lt;Mutatienummer&gt;1&lt;/Mutatienummer&gt;')
    for (const page of ['/verzoeken', '/verzoeken/1', '/verzoeken/3']) {
      expect((await read(page)).text).not.toContain(sandbox.administration.code1)
    }
    expect((await read('/verzoeken')).text).toContain('geweigerd, CMUT033')
  })

  it('show a request as it was written, with what tells why it was not understood', async () => {
    const sent = `<!-- kassa --><x:GetSaldi xmlns:x="http://www.e-boekhouden.nl/soap"><SessionID xmlns="">{1}</SessionID></x:GetSaldi>`
    expect((await postBody(sandbox, sent)).code).toBe('E0021')
    const { text } = await read(`/verzoeken/${sandbox.journal().at(-1)?.number}`)
    for (const part of [
      '&lt;?xml version=&quot;1.0&quot; encoding=&quot;utf-8&quot;?&gt;',
      '&lt;s:Envelope xmlns:s=&quot;http://schemas.xmlsoap.org/soap/envelope/&quot;&gt;',
      '&lt;!-- kassa --&gt;',
      '&lt;x:GetSaldi xmlns:x=&quot;http://www.e-boekhouden.nl/soap&quot;&gt;',
      '&lt;SessionID xmlns=&quot;&quot;&gt;•••&lt;/SessionID&gt;',
    ])
      expect(text).toContain(part)
  })

  const press = (address: string, form: Record<string, string>) =>
    fetch(new URL(address, sandbox.url), {
      method: 'POST',
      body: new URLSearchParams(form),
      redirect: 'manual',
    })

  it('switch faults on and off, aim them, and say what is wrong', async () => {
    sandbox.faults.clear()
    await press('/storingen', { kind: 'slow', turn: 'on' })
    await press('/storingen', {
      kind: 'reset',
      turn: 'aimed',
      operation: 'AddMutatie',
      from: '2',
      times: '',
      share: '50',
      seed: '7',
      moment: 'before',
      administration: '',
    })
    expect(sandbox.faults.list()).toMatchObject([
      { kind: 'slow' },
      { kind: 'reset', operation: 'AddMutatie', from: 2, share: 0.5, seed: 7, moment: 'before' },
    ])
    expect((await read('/storingen')).text).toContain('50 % van de aanroepen (zaad 7)')
    await press('/storingen', { kind: 'slow', turn: 'off' })
    expect(sandbox.faults.list()).toHaveLength(1)
    await press(`/storingen/${sandbox.faults.list()[0]?.id}`, {})
    expect(sandbox.faults.list()).toHaveLength(0)
    const wrong = await press('/storingen', { kind: 'slow', turn: 'aimed', seconds: '-1' })
    expect([wrong.status, (await wrong.text()).includes('De storing is niet aangezet.')]).toEqual([422, true])
  })

  it('have a page for every operation, whose example is answered as it stands', async () => {
    const codes: Record<string, string> = {}
    sandbox.faults.clear()
    for (const operation of operationNames) {
      const { status, text } = await read(`/soap.asmx?op=${operation}`)
      expect([operation, status]).toEqual([operation, 200])
      expect(text).toContain(`SOAPAction: &quot;http://www.e-boekhouden.nl/soap/${operation}&quot;`)
      expect(text).not.toContain(sandbox.administration.code2)
      const written = /<textarea[^>]*>([^<]*)<\/textarea>/.exec(text)?.[1] ?? ''
      const request = parseXml(`<a>${written}</a>`).text
      const sent = await press(`/protocol/${operation}`, { request })
      expect([operation, sent.status]).toEqual([operation, 303])
      const entry = sandbox.journal().at(-1)
      expect(sent.headers.get('location')).toBe(`/verzoeken/${entry?.number}`)
      expect(entry).toMatchObject({ operation, ending: 'answered', status: 200, worked: true })
      codes[operation] = entry?.code ?? ''
    }
    const refused = Object.entries(codes).filter(([, code]) => code !== '')
    expect(Object.fromEntries(refused)).toEqual({ AddRelatie: 'CREL001', OpenSessionSub: 'E0025' })
    expect((await read('/soap.asmx?op=Weg')).status).toBe(404)
  })

  it('show what became of a call of theirs that went wrong', async () => {
    sandbox.faults.add({ kind: 'answer_lost', operation: 'GetSaldi' })
    await press('/protocol/GetSaldi', { request: 'geen XML' })
    expect(sandbox.journal().at(-1)).toMatchObject({ operation: '', code: 'fault' })
    const { text } = await read('/soap.asmx?op=GetSaldi')
    const written = /<textarea[^>]*>([^<]*)<\/textarea>/.exec(text)?.[1] ?? ''
    await press('/protocol/GetSaldi', { request: parseXml(`<a>${written}</a>`).text })
    expect(sandbox.journal().at(-1)).toMatchObject({ operation: 'GetSaldi', ending: 'closed', worked: true })
    sandbox.faults.clear()
  })

  it('close a period, change the password, take rights away, add an administration, change settings', async () => {
    await press('/1/beheer/inrichting/periode', { through: '2025-12-31' })
    const closedThrough = () => sandbox.books().closedThrough
    expect(closedThrough()).toBe('2025-12-31')
    await press('/1/beheer/inrichting/periode', { through: '' })
    expect(closedThrough()).toBe(null)
    expect((await press('/1/beheer/inrichting/periode', { through: 'nu' })).status).toBe(422)
    const { code1 } = sandbox.administration
    await press('/1/beheer/gebruiker', { password: 'new' })
    expect(sandbox.administration.code1).not.toBe(code1)
    await press('/1/beheer/gebruiker', { permission: 'off' })
    await expect(openCaller(sandbox)).rejects.toThrow('E0015')
    await press('/1/beheer/gebruiker', { permission: 'on' })
    await press('/administraties', {})
    expect(sandbox.administrations()).toHaveLength(2)
    expect((await read('/2/mutaties')).status).toBe(200)
    await press('/protocol', { vatCheck: 'strict', sessionMinutes: '5' })
    expect(sandbox.settings.get()).toMatchObject({ vatCheck: 'strict', sessionMinutes: 5 })
    expect((await press('/protocol', { weg: 'x' })).status).toBe(422)
  })

  it('say so when there is no such page', async () => {
    for (const address of [
      '/weg',
      '/3',
      '/0',
      '/1/weg',
      '/1/mutaties/99',
      '/1/mutaties/1/2',
      '/1/grootboek/%',
      '/verzoeken/99',
      '/1/toString',
      '/1/grootboek/__proto__',
    ]) {
      const { status, text } = await read(address)
      expect([address, status, text.includes('Niet gevonden')]).toEqual([address, 404, true])
    }
  })
})
