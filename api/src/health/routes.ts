import { sql } from 'kysely'
import type { App } from '../http/app.ts'
import type { Context } from '../http/context.ts'
import { getHealth } from './contract.ts'

export function healthRoutes(app: App, { databases }: Context): void {
  app.get('/api/health', getHealth, async (_request, reply) => {
    try {
      await sql`select 1`.execute(databases.app.kysely)
      return reply.code(200).send({ status: 'ok', database: 'ok' })
    } catch {
      return reply.code(503).send({ status: 'unavailable', database: 'unreachable' })
    }
  })
}
