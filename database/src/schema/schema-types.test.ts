import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../testing/test-database.ts'
import { schemaTypesFile, schemaTypesOf } from './schema-types.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await testDatabase()
})
afterAll(() => db.close())

test('schema.generated.ts is what the migrations make (npm run schema-types -w database)', async () => {
  expect(readFileSync(schemaTypesFile, 'utf8')).toBe(await schemaTypesOf(db.url))
})
