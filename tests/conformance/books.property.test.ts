import { type Client, createClient, createTransport } from '@stella/e-boekhouden'
import { type Sandbox, startSandbox } from '@stella/e-boekhouden-sandbox'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { messageSchema } from './answer-schema.ts'
import { act } from './books/acts.ts'
import { checkSnapshot, compareAll } from './books/compare.ts'
import { doAct } from './books/do-act.ts'
import { emptyBooks } from './books/kept-books.ts'

const schema = messageSchema()
let sandbox: Sandbox
let transport: ReturnType<typeof createTransport>
const answered = new Set<string>()

beforeAll(async () => {
  sandbox = await startSandbox()
  transport = createTransport({ url: sandbox.soapUrl })
})
afterAll(async () => {
  await transport.close()
  await sandbox.close()
  schema?.dispose()
})

/** A client of new books. Every answer it is given is held against the schema of the WSDL. */
function clientOfNewBooks(): { client: Client; guid: string } {
  const { username, code1, code2, guid } = sandbox.addAdministration()
  const client = createClient({
    credentials: { username, securityCode1: code1, securityCode2: code2 },
    transport: {
      async send(request, signal) {
        const answer = await transport.send(request, signal)
        const text = Buffer.from(answer.body).toString('utf8')
        schema?.validate(text)
        answered.add(/<soap:Body><(\w+)Response/.exec(text)?.[1] ?? 'fault')
        return answer
      },
      close: async () => {},
    },
  })
  return { client, guid }
}

test('whatever is done, the books balance and all that reads them agrees', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(act, { minLength: 1, maxLength: 25, size: 'max' }),
      fc.nat(1000),
      async (acts, chosen) => {
        const { client, guid } = clientOfNewBooks()
        const accounts = (await client.getLedgerAccounts()).map(({ code, category, description }) => ({
          ...{ code, category, description },
        }))
        const books = emptyBooks(accounts)
        for (const each of [{ kind: 'add relation', name: 'Eerste', person: false } as const, ...acts]) {
          await doAct(client, books, each)
          checkSnapshot(sandbox.books(guid), books)
        }
        await compareAll(client, books, chosen)
        await client.close()
      },
    ),
    { numRuns: 25 },
  )
})

test.runIf(schema)('every operation that reads or books was answered by the schema of the WSDL', () => {
  expect([...answered].sort()).toEqual([
    ...['AddFactuur', 'AddGrootboekrekening', 'AddMutatie', 'AddRelatie', 'CloseSession', 'GetFacturen'],
    ...['GetGrootboekrekeningen', 'GetMutaties', 'GetOpenPosten', 'GetRelaties', 'GetSaldi', 'GetSaldo'],
    ...['OpenSession', 'UpdateRelatie'],
  ])
})
