import type { FastifyDynamicSwaggerOptions } from '@fastify/swagger'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import { errorCodes, errorTable } from '../http/errors.ts'
import { tidySchemas } from './tidy-schemas.ts'

/** What stands in api/openapi.json besides the operations themselves. */
export const openApiOptions: FastifyDynamicSwaggerOptions = {
  openapi: {
    openapi: '3.1.0',
    info: {
      title: 'Stella',
      version: '1',
      description:
        'Invoices that book themselves in e-Boekhouden.nl. Everything the screens do goes through this API.\n\n' +
        'Send an API key of your organization as `Authorization: Bearer <key>`. Amounts are decimal strings ' +
        '(`"1234.56"`), days `YYYY-MM-DD`, instants ISO 8601. Sentences come in Dutch, or in English with ' +
        '`Accept-Language: en`. A refusal is `application/problem+json` with a stable `code`.\n\n' +
        'Expect new fields in answers, new values where values are listed, and new codes of refusals: these come ' +
        'without notice. Whatever else would break a program is named in the changelog.\n\n' +
        errorsForDevelopers(),
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'stella.session_token' },
        apiKey: { type: 'http', scheme: 'bearer' },
      },
    },
  },
  transform: jsonSchemaTransform,
  transformObject: (input) => tidySchemas(jsonSchemaTransformObject(input)),
}

/** The closed table of errors, for whoever writes a program against the API. */
function errorsForDevelopers(): string {
  const rows = errorCodes.map(
    (code) => `| \`${code}\` | ${errorTable[code].status} | ${errorTable[code].meaning} |`,
  )
  return ['## Errors', '', '| Code | Status | Meaning |', '|---|---|---|', ...rows].join('\n')
}
