import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { errorCodes, errorTable } from '../http/errors.ts'
import { declareRoutes } from '../routes.ts'
import { openApiDocument, openApiFile } from './document.ts'

type Operation = {
  operationId?: string
  summary?: string
  description?: string
  responses: object
  parameters?: { name: string }[]
  security: unknown[]
}
type Document = {
  openapi: string
  info: { description: string }
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, unknown> }
}

const generated = await openApiDocument(declareRoutes)
const document: Document = JSON.parse(generated)
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ name: `${method} ${path}`, operation })),
)

test('the committed file is what the code generates: run npm run write-openapi -w api', async () => {
  expect(await readFile(openApiFile, 'utf8')).toBe(generated)
})

test('it is OpenAPI 3.1 and every reference in it leads somewhere', () => {
  expect(document.openapi).toMatch(/^3\.1\./)
  const names = [...generated.matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name)
  expect(names.length).toBeGreaterThan(50)
  for (const name of names) expect(document.components.schemas).toHaveProperty([String(name)])
})

test.each(operations)('$name is described and says how it refuses', ({ operation }) => {
  expect(operation.operationId).toMatch(/^[a-z][A-Za-z]+$/)
  expect(operation.summary?.length).toBeGreaterThan(5)
  expect(operation.description?.length).toBeGreaterThan(20)
  expect(Object.keys(operation.responses)).toContain('429')
  if (operation.security.length > 0) expect(Object.keys(operation.responses)).toContain('401')
})

const refusals = (operation: Operation) => JSON.stringify(operation.responses)

test.each(operations)('$name refuses what its kind implies', ({ name, operation }) => {
  const reads = name.startsWith('get ')
  const isPaged = refusals(operation).includes('`invalid_cursor`')
  expect(refusals(operation).includes('`foreign_origin`')).toBe(!reads)
  expect(refusals(operation).includes('`not_found`')).toBe(name.includes('{id}'))
  expect(isPaged).toBe(operation.parameters?.some(({ name: query }) => query === 'cursor') ?? false)
})

test('operations have names of their own', () => {
  const ids = operations.map(({ operation }) => operation.operationId)
  expect(new Set(ids).size).toBe(ids.length)
})

test('the documentation names every error with its status, and every error an operation can give is in the table', () => {
  for (const code of errorCodes) {
    expect(document.info.description).toContain(`| \`${code}\` | ${errorTable[code].status} |`)
  }
})
