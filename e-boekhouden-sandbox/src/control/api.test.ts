import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Sandbox, startSandbox } from '../index.ts'
import { relation } from '../testing/messages.ts'
import { openCaller } from '../testing/soap-caller.ts'

describe('the control API', () => {
  let sandbox: Sandbox
  beforeEach(async () => {
    sandbox = await startSandbox()
  })
  afterEach(() => sandbox.close())

  const ask = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const response = await fetch(`${sandbox.url}/_sandbox${path}`, {
      method,
      headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      body: body === undefined ? null : JSON.stringify(body),
    })
    return { status: response.status, value: await response.json().catch(() => undefined) }
  }

  it('tells what is there', async () => {
    const { value } = await ask('GET', '')
    expect(value).toMatchObject({
      url: sandbox.url,
      soapUrl: sandbox.soapUrl,
      administrations: [sandbox.administration],
      settings: { duplicateInvoiceNumbers: 'refused' },
      faults: 0,
    })
  })

  it('adds, changes and renews administrations', async () => {
    const added = await ask('POST', '/administrations', { company: 'Nieuw', username: 'nieuw' })
    expect(added.value).toMatchObject({ company: 'Nieuw', username: 'nieuw' })
    const { guid, code1 } = added.value
    await ask('PATCH', `/administrations/${encodeURIComponent(guid)}`, { closedThrough: '2025-12-31' })
    expect((await ask('GET', '/books/nieuw')).value).toMatchObject({ guid, closedThrough: '2025-12-31' })
    const renewed = await ask('POST', '/administrations/nieuw/password')
    expect(renewed.value.code1).not.toBe(code1)
    expect((await ask('PATCH', '/administrations/wie', {})).status).toBe(404)
    expect((await ask('POST', '/administrations', { username: '' })).value.code).toBe(
      'administration_invalid',
    )
    expect((await ask('PATCH', '/administrations/nieuw', { closedThrough: 'nu' })).status).toBe(400)
  })

  it('lets a person work in the books', async () => {
    const books = `/books/${sandbox.administration.username}`
    const made = await ask('POST', `${books}/relations`, { code: 'K1', name: 'Bakkerij' })
    const { id } = made.value
    expect(sandbox.books().relations).toMatchObject([{ id, code: 'K1' }])
    await ask('PATCH', `${books}/relations/${id}`, { code: 'K2' })
    const lines = [{ amountExcl: '100.00', vatCode: 'HOOG_VERK_21', ledgerAccount: '8000' }]
    const sale = { kind: 'FactuurVerstuurd', account: '1300', relationCode: 'K2', invoiceNumber: 'V1', lines }
    expect((await ask('POST', `${books}/mutations`, sale)).value).toEqual({ number: 1 })
    expect((await ask('PATCH', `${books}/mutations/1`, { document: 'b' })).status).toBe(200)
    const paid = await ask('POST', `${books}/payments`, { invoiceNumber: 'V1', amount: '121.00' })
    expect(paid.value).toEqual({ number: 2 })
    expect((await ask('GET', books)).value).toMatchObject({
      mutations: [{ document: 'b', relationCode: 'K2' }, { kind: 'FactuurbetalingOntvangen' }],
      openItems: [],
    })
    const account = { code: '8020', description: 'Verhuur', category: 'VW' }
    expect((await ask('POST', `${books}/ledger`, account)).value).toEqual({ id: 17 })
    await ask('PATCH', `${books}/ledger/8020`, { code: '8021' })
    for (const path of ['ledger/8021', 'mutations/2', `relations/${id}`]) {
      expect((await ask('DELETE', `${books}/${path}`)).status).toBe(200)
      expect((await ask('DELETE', `${books}/${path}`)).status).toBe(404)
    }
    expect((await ask('POST', `${books}/mutations`, sale)).value).toMatchObject({
      code: 'mutation_invalid',
      detail: expect.stringContaining('CMUT017'),
    })
  })

  it('adds, lists, switches and removes faults', async () => {
    const { value } = await ask('POST', '/faults', { kind: 'slow', seconds: 1, operation: 'AddMutatie' })
    expect(sandbox.faults.list()).toMatchObject([{ id: value.id, kind: 'slow', on: true }])
    expect((await ask('PATCH', `/faults/${value.id}`, { on: false })).value).toMatchObject([{ on: false }])
    expect((await ask('DELETE', `/faults/${value.id}`)).value).toEqual([])
    expect((await ask('DELETE', `/faults/${value.id}`)).status).toBe(404)
    expect((await ask('POST', '/faults', { kind: 'weg' })).value).toMatchObject({ code: 'fault_invalid' })
    await ask('POST', '/faults', { kind: 'slow' })
    expect((await ask('DELETE', '/faults')).value).toEqual([])
  })

  it('shows the journal and changes settings and clock', async () => {
    await openCaller(sandbox)
    expect((await ask('GET', '/journal?operation=OpenSession&limit=5')).value).toMatchObject([
      { number: 1, code: '' },
    ])
    const { username } = sandbox.administration
    expect((await ask('GET', `/journal?administration=${username}`)).value).toHaveLength(1)
    expect((await ask('PATCH', '/settings', { vatCheck: 'strict' })).value.vatCheck).toBe('strict')
    expect((await ask('PATCH', '/settings', { vatCheck: 'los' })).value.code).toBe('setting_invalid')
    expect((await ask('PUT', '/clock', { now: '2030-01-02T03:04:05Z' })).value.now).toMatch(
      /^2030-01-02T03:04:0/,
    )
    expect((await ask('PUT', '/clock', { follow: true })).value.aheadSeconds).toBe(0)
    expect((await ask('PUT', '/clock', { advanceSeconds: 60 })).value.aheadSeconds).toBe(60)
    expect((await ask('PUT', '/clock', {})).value.code).toBe('clock_invalid')
  })

  it('resets everything but the codes of the first administration', async () => {
    const { administration } = sandbox
    const caller = await openCaller(sandbox)
    await caller.call('AddRelatie', relation('K1'))
    sandbox.addAdministration()
    sandbox.faults.add({ kind: 'slow' })
    sandbox.clock.advance(99)
    await ask('POST', '/reset')
    expect(sandbox.administrations()).toEqual([administration])
    expect(sandbox.books().relations).toEqual([])
    expect([sandbox.faults.list(), sandbox.journal()]).toEqual([[], []])
    expect((await caller.call('GetRelaties')).code).toBe('E0022')
  })

  it('refuses what it does not know or cannot read', async () => {
    expect((await ask('GET', '/weg')).status).toBe(404)
    expect((await ask('DELETE', '/books')).status).toBe(404)
    const asText = await fetch(`${sandbox.url}/_sandbox/faults`, { method: 'POST', body: '{"kind":"slow"}' })
    expect(asText.status).toBe(400)
    const list = await ask('POST', '/faults', [1])
    expect(list.status).toBe(400)
    expect(sandbox.faults.list()).toEqual([])
  })

  it('refuses pages of elsewhere and names that are not its own', async () => {
    const foreign: Record<string, string>[] = [
      { origin: 'https://elders.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'https://elders.example', 'sec-fetch-site': 'cross-site' },
    ]
    for (const headers of foreign) {
      expect((await ask('POST', '/reset', {}, headers)).status).toBe(403)
    }
    expect((await ask('POST', '/reset', {}, { origin: sandbox.url })).status).toBe(200)
    const ownForm = { origin: 'null', 'sec-fetch-site': 'same-origin' }
    expect((await ask('POST', '/reset', {}, ownForm)).status).toBe(200)
    expect(await statusFor(sandbox, 'elders.example')).toBe(421)
    expect(await statusFor(sandbox, 'localhost:1')).toBe(200)
  })

  it('is off, with the faults, where others can reach it, unless asked for', async () => {
    for (const [control, status] of [
      [undefined, 404],
      [true, 200],
      [false, 404],
    ] as const) {
      const open = await startSandbox({ host: '0.0.0.0', ...(control === undefined ? {} : { control }) })
      expect((await fetch(`${open.url}/_sandbox`)).status).toBe(status)
      expect((await fetch(`${open.url}/storingen`)).status).toBe(status)
      const changed = await fetch(`${open.url}/1/beheer/gebruiker`, {
        method: 'POST',
        body: 'password=new',
        redirect: 'manual',
      })
      expect(changed.status).toBe(status === 200 ? 303 : 404)
      if (status === 404) expect(() => open.faults.add({ kind: 'slow' })).toThrow('switched off')
      await open.close()
    }
  })
})

/** fetch does not let a caller set the Host header. */
async function statusFor(sandbox: Sandbox, host: string): Promise<number | undefined> {
  const { request } = await import('node:http')
  return new Promise((resolve, reject) => {
    request(`${sandbox.url}/_sandbox`, { headers: { host } }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
      .on('error', reject)
      .end()
  })
}
