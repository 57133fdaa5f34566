import type { FastifyInstance } from 'fastify'

/**
 * Lets the connection of an answer that is under way while the API closes end with that answer. The server ends only
 * those that are idle by then; one that becomes idle later would hold up the end for as long as it is kept alive.
 */
export function endConnections(app: FastifyInstance): void {
  app.addHook('preClose', async () => {
    app.server.keepAliveTimeout = 1
    app.server.keepAliveTimeoutBuffer = 0
  })
}
