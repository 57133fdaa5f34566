import type { FastifyBaseLogger, FastifyReply, FastifyRequest } from 'fastify'

const secrets = ['authorization', 'cookie', 'password', 'securityCode1', 'securityCode2', 'username', 'key']

/** Where a secret could stand in anything that is logged; it is cut out there, whoever logs it. */
const redact = {
  paths: [
    ...secrets.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
    '*["x-api-key"]',
    '*.*["x-api-key"]',
  ],
  censor: '[secret]',
}

/** What is logged of a request: never its headers, body or query, which hold secrets and people's data. */
const serializers = {
  req: (request: FastifyRequest) => ({ method: request.method, path: pathOf(request) }),
  res: (reply: FastifyReply) => ({ status: reply.statusCode }),
  err: (error: Error & { code?: unknown }) => ({
    type: error.name,
    code: error.code,
    message: error.message,
    stack: error.stack,
  }),
}

/** The address of a customer's page is its key, so what is logged is that there was one. */
function pathOf({ url }: FastifyRequest): string {
  return (url.split('?', 1)[0] ?? '').replace(/^\/f\/[^/]+/, '/f/[secret]')
}

/** A logger for the API: the one of the program, that cannot write secrets. */
export function logWithoutSecrets(log: FastifyBaseLogger): FastifyBaseLogger {
  return log.child({ part: 'api' }, { redact, serializers })
}
