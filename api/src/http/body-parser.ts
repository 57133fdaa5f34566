import type { FastifyInstance } from 'fastify'
import { ApiError } from './api-error.ts'
import { isTooComplex } from './complexity.ts'

/**
 * The largest body of somebody unknown: names, an e-mail address and a password, all at their longest and escaped,
 * are 5 kB.
 */
const largestOfStranger = 16_384

/** Bodies are JSON and nothing else; none at all is fine where an operation needs none, whatever its header says. */
export function parseJsonBodies(app: FastifyInstance): void {
  app.addHook('onRoute', (route) => {
    if (route.config?.audience === 'anyone') route.bodyLimit = largestOfStranger
  })
  app.removeAllContentTypeParsers()
  // Both refuse keys that would change prototypes.
  const parse = app.getDefaultJsonParser('error', 'error')
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    const json = body.toString()
    if (json === '') done(null, undefined)
    else if (isTooComplex(json)) done(new ApiError('body_too_complex'))
    else void parse(request, json, done)
  })
}
