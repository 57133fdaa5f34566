import { writeFile } from 'node:fs/promises'
import { openApiDocument, openApiFile } from './openapi/document.ts'

// Run it after a change of contract/: node api/src/write-openapi.ts
await writeFile(openApiFile, await openApiDocument())
