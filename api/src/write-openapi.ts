import { writeFile } from 'node:fs/promises'
import { openApiDocument, openApiFile } from './openapi/document.ts'
import { declareRoutes } from './routes.ts'

// Run it after a change of a contract: npm run write-openapi -w api
await writeFile(openApiFile, await openApiDocument(declareRoutes))
