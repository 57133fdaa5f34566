import { describe, expect, it } from 'vitest'
import type { Client } from './client.ts'
import { createClient } from './client.ts'
import { InvalidRequestError, isEBoekhoudenError } from './errors/errors.ts'
import { testCodes } from './testing/answers.ts'
import { exampleInvoice, exampleMutation, exampleRelation } from './testing/examples.ts'
import { recordingClient } from './testing/recording-client.ts'
import type { TransportRequest } from './transport/transport.ts'

const options = { signal: new AbortController().signal }

/** For each method of the client a call that goes well. The compiler asks for all of them. */
const calls: { [Method in keyof Client]: Required<Parameters<Client[Method]>> } = {
  openSession: [options],
  openSessionSub: ['{GUID}', options],
  closeSession: [options],
  autoLogin: [options],
  getAdministrations: [options],
  getLedgerAccounts: [{ id: 1, code: '1300', category: 'DEB' }, options],
  addLedgerAccount: [{ code: '8020', description: 'Omzet', category: 'VW', group: 'Omzet' }, options],
  updateLedgerAccount: [{ id: 1, code: '8020', description: 'Omzet', category: 'VW', group: '' }, options],
  getRelations: [{ id: 1, code: 'K1', keyword: 'korst' }, options],
  addRelation: [{ ...exampleRelation, addedOn: '2026-01-01', freeFields: ['een', 'twee'] }, options],
  updateRelation: [{ ...exampleRelation, id: 7, freeFields: ['een'] } as never, options],
  getMutations: [{ number: 1, invoiceNumber: '1', dateFrom: '2026-01-01', dateTo: '2026-01-02' }, options],
  addMutation: [exampleMutation, options],
  getInvoices: [{ invoiceNumber: '1', relationCode: 'K1', dateFrom: '2026-01-01' }, options],
  addInvoice: [exampleInvoice, options],
  getOpenItems: ['debtors', options],
  getBalance: [{ account: '1300', costCenterId: 1, dateFrom: '2026-01-01', dateTo: '2026-01-02' }, options],
  getBalances: [{ category: 'DEB', costCenterId: 1, dateFrom: '2026-01-01', dateTo: '2026-01-02' }, options],
  getCostCenters: [{ id: 1, parentId: 1, description: 'Winkel' }, options],
  getArticles: [{ id: 1, code: 'A', description: 'B', groupCode: 'C', groupDescription: 'D' }, options],
  close: [],
}

const proofs =
  '<Token>t</Token><Gb_ID>1</Gb_ID><Rel_ID>1</Rel_ID><Mutatienummer>1</Mutatienummer>' +
  '<Factuurnummer>F1</Factuurnummer><Saldo>1</Saldo><LastErrorCode/>'

const revoked = Proxy.revocable({}, {})
revoked.revoke()

/** What plain JavaScript can put anywhere. */
const anything: readonly (readonly [shown: string, value: unknown])[] = [
  ['undefined', undefined],
  ['null', null],
  ['false', false],
  ['0', 0],
  ['NaN', Number.NaN],
  ['-1.5', -1.5],
  ['5n', 5n],
  ['a symbol', Symbol('x')],
  ['an empty text', ''],
  ['a text', 'x'],
  ['a long text', 'x'.repeat(1_000)],
  ['a text that XML cannot hold', '\0\ud800'],
  ['a function', () => 'x'],
  ['an empty list', []],
  ['a list of null', [null]],
  ['a list of a list', [[]]],
  ['a list with a hole', Array(1)],
  ['a list with a hole in the middle', Object.assign(Array(3), { 0: {}, 2: {} })],
  ['a long list', Array(1_000)],
  ['an empty object', {}],
  ['an object without a prototype', Object.create(null)],
  ['a date', new Date(Number.NaN)],
  ['an object that looks like a list', { length: 1, 0: null }],
  ['an object that looks like a signal', { aborted: 'no', addEventListener: 1 }],
  ['an object that throws when it is made a text', { toString: () => expect.unreachable() }],
  ['a revoked proxy', revoked.proxy],
]

const methods = Object.entries(calls) as [keyof Client, readonly unknown[]][]

describe('every method of the client', () => {
  it('is tried here', () => {
    expect(Object.keys(calls).sort()).toEqual(Object.keys(recordingClient([])).sort())
  })

  for (const [method, input] of methods) {
    it(`${method}: succeeds with what it asks for`, async () => {
      expect(await failureOf(recordingClient([], { proofs }), method, input)).toBeNull()
    })

    it(`${method}: rejects with an InvalidRequestError or nothing, whatever stands anywhere`, async () => {
      for (const place of placesIn(input)) {
        for (const [shown, value] of anything) {
          const sent: TransportRequest[] = []
          const failure = await failureOf(
            recordingClient(sent, { proofs }),
            method,
            withValue(input, place, value),
          )
          const where = `${shown} at ${place.join('.')}`
          if (failure === null) continue
          expect(isEBoekhoudenError(failure), `${where}: ${failure}`).toBe(true)
          expect(failure, where).toBeInstanceOf(InvalidRequestError)
          expect(failure, where).toMatchObject({ kind: 'invalid_request', outcome: 'nothing_done' })
          expect(sent, where).toEqual([])
        }
      }
    })

    it(`${method}: rejects with an InvalidRequestError when an accessor throws`, async () => {
      const thrown = new Error('my own')
      for (const place of placesIn(input).filter(({ length }) => length > 1)) {
        const accessor = { get: () => throwIt(thrown), enumerable: true, configurable: true }
        const failure = await failureOf(
          recordingClient([], { proofs }),
          method,
          withValue(input, place, undefined, accessor),
        )
        expect(failure, place.join('.')).toMatchObject({
          ...{ kind: 'invalid_request', field: 'input', problem: 'unreadable', cause: thrown },
        })
      }
    })

    it(`${method}: rejects with an EBoekhoudenError when the clock throws, early or late`, async () => {
      for (let good = 0; good < 8; good += 1) {
        let asked = 0
        const now = () => (asked++ < good ? 1_767_225_600_000 : throwIt(new Error('no time')))
        const client = recordingClient([], { proofs, now, onExchange: () => {} })
        const failure = await failureOf(client, method, input)
        expect(failure === null || isEBoekhoudenError(failure), `${good}: ${failure}`).toBe(true)
      }
    })
  }
})

describe('a value of another kind than asked for', () => {
  for (const [shown, field, problem, call] of [
    ['no filter but null', 'filter', 'not_an_object', (c) => c.getMutations(null as never)],
    ['a filter that is a text', 'filter', 'not_an_object', (c) => c.getMutations('2026-0001' as never)],
    ['no filter where one is needed', 'filter', 'missing', (c) => c.getBalance(undefined as never)],
    ['no mutation', 'mutation', 'not_an_object', (c) => c.addMutation(null as never)],
    ['no relation', 'relation', 'missing', (c) => c.addRelation(undefined as never)],
    ['a list of relations', 'relation', 'not_an_object', (c) => c.updateRelation([exampleRelation] as never)],
    ['a line that is null', 'lines.0', 'not_an_object', (c) => c.addMutation(withLines([null]))],
    [
      'a hole among the lines',
      'lines.1',
      'missing',
      (c) => c.addMutation(withLines(Object.assign(Array(3), { 0: line, 2: line }))),
    ],
    ['nothing but a hole', 'lines.0', 'missing', (c) => c.addMutation(withLines(Array(1)))],
    [
      'a hole among invoice lines',
      'lines.0',
      'missing',
      (c) => c.addInvoice({ ...exampleInvoice, lines: Array(1) }),
    ],
    [
      'an e-mail that is a text',
      'email',
      'not_an_object',
      (c) => c.addInvoice({ ...exampleInvoice, email: 'x' as never }),
    ],
    ['no administration', 'administrationGuid', 'missing', (c) => c.openSessionSub(undefined as never)],
    ['options that are null', 'options', 'not_an_object', (c) => c.getArticles({}, null as never)],
    [
      'a controller for a signal',
      'options.signal',
      'not_a_signal',
      (c) => c.addMutation(exampleMutation, { signal: new AbortController() as never }),
    ],
  ] as [string, string, string, (client: Client) => Promise<unknown>][]) {
    it(`${shown} is refused by its name`, async () => {
      const sent: TransportRequest[] = []
      const failure = await call(recordingClient(sent, { proofs })).catch((error: unknown) => error)
      expect(failure).toMatchObject({ kind: 'invalid_request', field, problem })
      expect(sent).toEqual([])
    })
  }

  const [line] = exampleMutation.lines
  function withLines(lines: unknown[]) {
    return { ...exampleMutation, lines: lines as never }
  }
})

describe('a booking that was made', () => {
  it('is never told as not made because the clock fails afterwards', async () => {
    const sent: TransportRequest[] = []
    const wasMade = () => sent.some(({ body }) => body.includes('<AddMutatie'))
    const now = () => (wasMade() ? throwIt(new Error('no time')) : 1_767_225_600_000)
    const client = recordingClient(sent, { proofs, now, onExchange: () => {} })
    expect(await failureOf(client, 'addMutation', [exampleMutation])).toMatchObject({ outcome: 'unknown' })
    expect(wasMade()).toBe(true)
  })

  it('is told as made though the clock fails when it is shown', async () => {
    const sent: TransportRequest[] = []
    let asked = 0
    const now = () => {
      if (sent.some(({ body }) => body.includes('<AddMutatie'))) asked += 1
      return asked > 1 ? throwIt(new Error('no time')) : 1_767_225_600_000
    }
    const client = recordingClient(sent, { proofs, now, onExchange: () => {} })
    expect(await client.addMutation(exampleMutation)).toEqual({ mutationNumber: 1 })
    expect(asked).toBe(2)
  })
})

describe('a transport of plain JavaScript', () => {
  for (const [shown, send] of [
    ['answers nothing', async () => undefined],
    ['answers null', async () => null],
    ['answers an empty object', async () => ({})],
    ['answers a body that is a text', async () => ({ status: 200, body: '<a/>' })],
    ['gives no promise', () => 5],
    ['throws', () => throwIt(new Error('my own'))],
    ['rejects with a text', () => Promise.reject('my own')],
  ] as [string, () => unknown][]) {
    it(`that ${shown} leaves the outcome open`, async () => {
      const transport = { send: send as never, close: async () => {} }
      const client = createClient({ credentials: testCodes, transport, onExchange: () => {} })
      const failure = await failureOf(client, 'openSession', [])
      expect(failure).toMatchObject({ kind: 'outcome_unknown' })
      expect(await failureOf(client, 'addMutation', [exampleMutation])).toMatchObject({
        ...{ kind: 'not_sent', reason: 'session_not_opened' },
      })
    })
  }
})

/** What a call rejects with; null when it succeeds. */
async function failureOf(client: Client, method: keyof Client, input: readonly unknown[]): Promise<unknown> {
  const made: unknown = Reflect.apply(client[method], client, input)
  if (!(made instanceof Promise)) throw new Error('the method gave no promise')
  return made.then(
    () => null,
    (error: unknown) => error,
  )
}

type Place = readonly (string | number)[]

/** Each value in what a method takes, the entries of lists too, and the fields of the signal left out. */
function placesIn(value: unknown, place: Place = []): Place[] {
  if (typeof value !== 'object' || value === null || value instanceof AbortSignal) return [place]
  const within = Object.keys(value).flatMap((key) => placesIn(Reflect.get(value, key), [...place, key]))
  return place.length === 0 ? within : [place, ...within]
}

/** A copy with another value, or an accessor, in one place. */
function withValue(
  whole: unknown,
  [key, ...rest]: Place,
  value: unknown,
  accessor?: PropertyDescriptor,
): never {
  if (key === undefined) return value as never
  const copy: object = Array.isArray(whole) ? [...whole] : { ...(whole as object) }
  if (rest.length === 0 && accessor) Object.defineProperty(copy, key, accessor)
  else Reflect.set(copy, key, withValue(Reflect.get(copy, key), rest, value, accessor))
  return copy as never
}

function throwIt(error: Error): never {
  throw error
}
