import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import openapiTS, { astToString, COMMENT_HEADER } from 'openapi-typescript'
import { expect, test } from 'vitest'

test('the client is generated from the API as it is: npm run write-openapi -w api', async () => {
  const document = new URL('../../../api/openapi.json', import.meta.url)
  const generated = join(import.meta.dirname, 'schema.generated.ts')
  expect(await readFile(generated, 'utf8')).toBe(COMMENT_HEADER + astToString(await openapiTS(document)))
})
