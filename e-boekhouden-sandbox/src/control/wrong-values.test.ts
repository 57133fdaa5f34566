import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Sandbox, startSandbox } from '../index.ts'
import { mutation, relation } from '../testing/messages.ts'
import { openCaller } from '../testing/soap-caller.ts'

/** What each route takes, field by field. */
const routes: [method: string, path: string, fields: readonly string[]][] = [
  ['POST', '/administrations', ['company', 'city', 'username', 'code1', 'code2', 'accountant', 'clients']],
  [
    'PATCH',
    '/administrations/oefenbedrijf',
    [
      ...['company', 'city', 'code1', 'code2', 'accountant', 'clients'],
      ...['permission', 'ended', 'closedThrough', 'mutationCalls'],
    ],
  ],
  [
    'POST',
    '/faults',
    [
      ...['kind', 'operation', 'administration', 'from', 'times', 'share', 'seed'],
      ...['moment', 'seconds', 'status', 'code', 'subject', 'through', 'variant'],
    ],
  ],
  ['PATCH', '/faults/FAULT', ['on']],
  [
    'PATCH',
    '/settings',
    [
      ...['duplicateInvoiceNumbers', 'vatCheck', 'errorCodes', 'emptyValues'],
      ...['successMessage', 'administrationList', 'officeBooks'],
      ...['sessionMinutes', 'mutationCallsPerMonth', 'mutationsPerAnswer'],
    ],
  ],
  ['PUT', '/clock', ['now', 'advanceSeconds', 'follow']],
  ['PATCH', '/books/oefenbedrijf/relations/RELATION', ['name', 'code']],
  ['PATCH', '/books/oefenbedrijf/ledger/4000', ['description', 'category', 'group']],
  ['POST', '/reset', []],
  ['POST', '/administrations/oefenbedrijf/password', []],
  ['DELETE', '/faults', []],
]

/** The kind of fault that takes the parameter. */
const kindWith: Record<string, string> = {
  ...{ moment: 'reset', seconds: 'slow', status: 'http_error', code: 'session_dies' },
  ...{ through: 'period_closed', variant: 'wrong_charset' },
}

const wrongEverywhere: unknown[] = [{}, { a: 1 }, [5], [null], [[]], '\u0007', ' x ', 'x'.repeat(300)]
const values = [...wrongEverywhere, null, true, false, 0, -1, 1, 2.5, 1e300, '', 'x', '2026-02-30', '0.5', []]

describe('what the control API does not take', () => {
  let sandbox: Sandbox
  let fault: string
  let relationId: number
  beforeEach(async () => {
    sandbox = await startSandbox()
    fault = sandbox.faults.add({ kind: 'refused', operation: 'GetSaldi' })
    relationId = sandbox.bookkeeper().addRelation({ code: 'R1', name: 'Bedrijf R1' })
  })
  afterEach(() => sandbox.close())

  const ask = async (method: string, path: string, body?: unknown) => {
    const response = await fetch(
      `${sandbox.url}/_sandbox${path.replace('FAULT', fault).replace('RELATION', `${relationId}`)}`,
      {
        method,
        headers: body === undefined ? {} : { 'content-type': 'application/json' },
        body: body === undefined ? null : JSON.stringify(body),
      },
    )
    return { status: response.status, value: await response.json().catch(() => ({})) }
  }
  const state = () => {
    const { settings, faults, administrations, books } = sandbox
    const all = administrations().map(({ guid }) => books(guid))
    return structuredClone([settings.get(), faults.list(), administrations(), all])
  }
  const refuses = async (method: string, path: string, body: unknown, field: string) => {
    const [before, ahead] = [state(), (await ask('GET', '/clock')).value.aheadSeconds]
    const { status, value } = await ask(method, path, body)
    expect([status, value.detail], JSON.stringify(body)).toEqual([400, expect.stringContaining(field)])
    expect(state()).toEqual(before)
    expect((await ask('GET', '/clock')).value.aheadSeconds).toBe(ahead)
  }

  it.each([
    ['POST', '/faults', { kind: 'slow', secnds: 5 }, 'secnds'],
    ['POST', '/faults', { kind: 'refused', administration: 'nobody' }, 'administration'],
    ['POST', '/faults', { kind: 'wrong_charset', variant: 'ebcdic' }, 'variant'],
    ['POST', '/faults', { kind: 'slow', operation: [] }, 'operation'],
    ['POST', '/faults', { kind: 'slow', operation: 5 }, 'operation'],
    ['POST', '/faults', { kind: 'http_error', status: 404.5 }, 'status'],
    ['POST', '/faults', { kind: 'slow', status: 500 }, 'status'],
    ['POST', '/faults', { kind: 'slow', share: '0.5' }, 'share'],
    ['POST', '/faults', { kind: 'period_closed', through: '2026-13-45' }, 'through'],
    ['POST', '/faults', { kind: 'relation_deleted', subject: 5 }, 'subject'],
    ['PATCH', '/administrations/oefenbedrijf', { ended: 'false' }, 'ended'],
    ['PATCH', '/administrations/oefenbedrijf', { company: 'Goed', ended: 0 }, 'ended'],
    ['PATCH', '/administrations/oefenbedrijf', { guid: 'anders' }, 'guid'],
    ['PATCH', '/administrations/oefenbedrijf', { closedThrough: '2026-99-99' }, 'closedThrough'],
    ['PATCH', '/administrations/oefenbedrijf', { clients: null }, 'clients'],
    ['POST', '/administrations', { clients: 5 }, 'clients'],
    ['POST', '/administrations', { clients: ['oefenbedrijf'] }, 'clients.0'],
    ['POST', '/administrations', { clients: [`{${crypto.randomUUID().toUpperCase()}}`] }, 'clients.0'],
    ['PATCH', '/settings', { mutationsPerAnswer: 0 }, 'mutationsPerAnswer'],
    ['PATCH', '/settings', { mutationsPerAnswer: 2.5 }, 'mutationsPerAnswer'],
    ['PATCH', '/settings', { vatCheck: 'strict', sessionMinutes: 0 }, 'sessionMinutes'],
    ['PUT', '/clock', { advanceSeconds: 1e300 }, 'advanceSeconds'],
    ['PUT', '/clock', { now: '2050-01-01T00:00:00Z' }, 'now'],
    ['PUT', '/clock', { now: '2030-01-01T00:00:00Z', advanceSeconds: 5 }, 'advanceSeconds'],
    ['PUT', '/clock', { follow: false }, 'follow'],
    ['POST', '/books/oefenbedrijf/relations', { code: 'K1', name: '' }, 'name'],
    ['POST', '/books/oefenbedrijf/mutations', { kind: 'Openingssaldo', account: '1300', lines: [] }, 'kind'],
    ['POST', '/books/oefenbedrijf/payments', { invoiceNumber: 'V1', amount: '1.234,00' }, 'amount'],
    ['DELETE', '/books/oefenbedrijf/ledger/1650', undefined, 'AF19'],
    ['GET', '/journal?limt=1', undefined, 'limt'],
    ['GET', '/journal?limit=0', undefined, 'limit'],
    ['GET', '/journal?limit=1&limit=2', undefined, 'limit'],
    ['GET', '/journal?after=x', undefined, 'after'],
    ['GET', '/journal?operation=Weg', undefined, 'operation'],
    ['GET', '/journal?administration=nobody', undefined, 'administration'],
    ['GET', '/books?administration=oefenbedrijf', undefined, 'administration'],
  ])('%s %s %o', (method, path, body, field) => refuses(method, path, body, field))

  it.each(routes)('%s %s: a field it has not, or anything but an object', async (method, path, fields) => {
    await refuses(method, path, { [`${fields[0]}s`]: true }, `${fields[0]}s`)
    for (const body of [[], 'x', 5, null, true]) await refuses(method, path, body, 'object')
  })

  it.each(routes.flatMap(([method, path, fields]) => fields.map((field) => [method, path, field] as const)))(
    '%s %s: whatever stands in %s, it is taken or refused by name, and calls go on',
    async (method, path, field) => {
      const kind = kindWith[field] ?? 'relation_deleted'
      for (const value of values) {
        const body: Record<string, unknown> = { ...(path === '/faults' ? { kind } : {}), [field]: value }
        const before = state()
        const { status, value: said } = await ask(method, path, body)
        if (status !== 200) {
          expect([status, said.detail], JSON.stringify(body)).toEqual([400, expect.stringContaining(field)])
          expect(state()).toEqual(before)
          continue
        }
        expect(wrongEverywhere).not.toContain(value)
        sandbox.changeAdministration({ ended: false, permission: true, closedThrough: null })
        if (kind === 'relation_deleted') {
          const caller = await openCaller(sandbox)
          await caller.call('AddRelatie', relation('K1'))
          expect((await caller.call('AddMutatie', mutation('V1'))).status).toBe(200)
        }
        sandbox.faults.clear()
        fault = sandbox.faults.add({ kind: 'refused', operation: 'GetSaldi' })
      }
    },
  )

  it('is refused of a start and of a handle too', async () => {
    const wrong = { sessionMinutes: Number.NaN }
    await expect(startSandbox({ settings: wrong })).rejects.toMatchObject({ code: 'setting_invalid' })
    const administration = { username: ' ik' }
    await expect(startSandbox({ administration })).rejects.toMatchObject({ code: 'administration_invalid' })
    expect(() => sandbox.clock.advance(Number.NaN)).toThrow('advanceSeconds')
    expect(() => sandbox.clock.set(new Date(Number.NaN))).toThrow('now')
    expect(() => sandbox.journal({ limit: -1 })).toThrow('limit')
  })
})
