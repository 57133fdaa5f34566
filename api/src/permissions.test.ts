import { randomUUID } from 'node:crypto'
import { mayRole, permissionsOfKey, type Role, roles } from '@stella/invoicing'
import type { InjectOptions } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { permissionOf, permittedOperations } from './http/permissions.ts'
import { openApiDocument } from './openapi/document.ts'
import { declareRoutes } from './routes.ts'
import { colleague, requester, signUp, type TestApi, testApi } from './testing/test-api.ts'

type Method = NonNullable<InjectOptions['method']>
type Operation = { operationId: string; security: object[]; responses: object }

const document: { paths: Record<string, Record<string, Operation>> } = JSON.parse(
  await openApiDocument(declareRoutes),
)
/** Those of which a role decides. */
const operations = Object.entries(document.paths)
  .flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId, responses, security }]) => ({
      id: operationId,
      method: method.toUpperCase() as Method,
      url: path.replace('{id}', randomUUID()),
      isOfRoles: JSON.stringify(responses).includes('`not_permitted`'),
      takesKeys: security.some((scheme) => 'apiKey' in scheme),
    })),
  )
  .filter(({ isOfRoles }) => isOfRoles)
  // A stream answers without end, and whoever leaves is gone for those that come after.
  .filter(({ id }) => id !== 'streamActivities' && id !== 'leaveOrganization')

test('every operation of an organization has a row, and every row an operation', () => {
  expect(operations.length).toBeGreaterThan(70)
  const known = [...operations.map(({ id }) => id), 'streamActivities', 'leaveOrganization']
  expect([...permittedOperations].sort()).toEqual(known.sort())
})

test('an operation that was forgotten is for owners alone', () => {
  expect(permissionOf('neverHeardOf')).toBe('members')
  expect(permissionOf('constructor')).toBe('members')
})

let api: TestApi
const as = {} as Record<Role, ReturnType<typeof requester>>
beforeAll(async () => {
  api = await testApi()
  const owner = await signUp(api.app)
  as.owner = owner.as
  for (const role of ['member', 'bookkeeper', 'viewer'] as const)
    as[role] = (await colleague(api, owner, role)).as
})
afterAll(() => api.close())

describe.each(roles)('a session of a %s', (role) => {
  test.each(operations)('is let into $id, or told who may', async ({ id, method, url }) => {
    const answer = await as[role](method, url)
    const isRefused = answer.statusCode === 403 && answer.json().code === 'not_permitted'
    expect(isRefused, answer.body).toBe(!mayRole(role, permissionOf(id)))
    if (isRefused) expect(answer.json().detail).toMatch(/eigenaar/)
    else expect(answer.statusCode, answer.body).toBeLessThan(500)
  })
})

describe.each(['read', 'write'] as const)('a key of an owner to %s', (scope) => {
  let withKey: ReturnType<typeof requester>
  beforeAll(async () => {
    const made = await as.owner('POST', '/api/api-keys', { name: 'Kassa', scope })
    withKey = requester(api.app, { authorization: `Bearer ${made.json().key}` })
  })

  test.each(operations)('does $id only as far as it was made for', async ({ id, method, takesKeys, url }) => {
    const answer = await withKey(method, url)
    const code = answer.statusCode === 403 ? answer.json().code : 'let in'
    const expected = takesKeys
      ? permissionsOfKey('owner', scope).includes(permissionOf(id))
        ? 'let in'
        : 'not_permitted'
      : 'person_only'
    expect(code, answer.body).toBe(expected)
  })
})
