// Writes src/schema/schema.generated.ts anew after a change of the migrations: npm run schema-types -w database
import { writeFileSync } from 'node:fs'
import { urlOfDatabase } from '../pools/database-url.ts'
import { schemaTypesFile, schemaTypesOf } from '../schema/schema-types.ts'
import { startTestServer, templateName } from './test-server.ts'

const server = await startTestServer()
try {
  writeFileSync(schemaTypesFile, await schemaTypesOf(urlOfDatabase(server.url, templateName)))
} finally {
  await server.stop()
}
