import type { FastifyInstance } from 'fastify'

/** Bodies are JSON and nothing else; none at all is fine where an operation needs none, whatever its header says. */
export function parseJsonBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  // Both refuse keys that would change prototypes.
  const parse = app.getDefaultJsonParser('error', 'error')
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined)
    else void parse(request, body.toString(), done)
  })
}
