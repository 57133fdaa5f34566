import { operationNames } from '@stella/e-boekhouden'
import { type BooksSnapshot, type Sandbox, startSandbox } from '@stella/e-boekhouden-sandbox'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { messageSchema } from './answer-schema.ts'
import { performer } from './scenario/perform.ts'
import { scenario } from './scenario/scenario.ts'
import type { Codes, Known, Step } from './scenario/step.ts'
import { nodeSoap11, nodeSoap12 } from './stacks/node-soap.ts'
import { php, zeep } from './stacks/other-languages.ts'
import type { Stack, StackKind } from './stacks/stack.ts'
import { strongSoap } from './stacks/strong-soap.ts'

const kinds: StackKind[] = [nodeSoap11, nodeSoap12, strongSoap, ...php, ...zeep]

const schema = messageSchema()

/** The books that each client left behind. */
const booksLeft = new Map<string, unknown>()

for (const kind of kinds) {
  const title = `${kind.name}, SOAP ${kind.soapVersion}`
  const missing = kind.missing()
  if (missing !== null) console.warn(`Not tried with ${title}: ${missing}.`)

  describe.runIf(missing === null)(title, () => {
    let sandbox: Sandbox
    let stack: Stack
    let perform: (step: Step) => Promise<void>

    beforeAll(async () => {
      sandbox = await startSandbox({
        administration: { company: 'Bakkerij De Korst & Zn.', username: 'bakker', code2: '{7A6D2C11-93B0}' },
      })
      const accountant = sandbox.addAdministration({
        accountant: true,
        clients: [sandbox.administration.guid],
      })
      const known: Known = { entrepreneur: codesOf(sandbox.administration), accountant: codesOf(accountant) }
      stack = await kind.connect(`${sandbox.soapUrl}?WSDL`)
      perform = performer(stack, known)
    })

    afterAll(async () => {
      stack?.close()
      await sandbox?.close()
    })

    for (const step of scenario.filter(({ mendedBy = [] }) => !mendedBy.includes(kind.name))) {
      test(`${step.operation} ${step.says}`, () => perform(step))
    }

    test('has called all operations, in its own version of SOAP', () => {
      const called = sandbox.journal()
      expect(new Set(called.map(({ operation }) => operation || 'AddMutatie'))).toEqual(
        new Set(operationNames),
      )
      expect(new Set(called.map(({ soapVersion }) => soapVersion))).toEqual(new Set([kind.soapVersion]))
      booksLeft.set(title, comparable(sandbox.books()))
    })

    test.runIf(schema)('has been answered by the schema of the WSDL', () => {
      const answers = sandbox.journal().filter(({ code }) => code !== 'fault')
      expect(answers.length).toBeGreaterThan(scenario.length / 2)
      for (const { answer } of answers) schema?.validate(answer)
    })
  })
}

afterAll(() => schema?.dispose())

test('every client has left the same books behind', () => {
  const [first, ...others] = [...booksLeft]
  expect(others.length).toBeGreaterThan(1)
  for (const [title, books] of others) expect(books, `${title} and ${first?.[0]}`).toEqual(first?.[1])
})

function codesOf(access: Sandbox['administration']): Codes {
  const { username: Username, code1: SecurityCode1, code2: SecurityCode2, guid } = access
  return { Username, SecurityCode1, SecurityCode2, guid }
}

/** Without what differs from one sandbox to the next: moments and the drawn guid. */
function comparable({ guid: _, mutationCalls, ...books }: BooksSnapshot) {
  return {
    ...books,
    mutationCalls: Object.values(mutationCalls),
    mutations: books.mutations.map(({ bookedAt: _, ...mutation }) => mutation),
    relations: books.relations.map(({ addedAt: _, ...relation }) => relation),
  }
}
