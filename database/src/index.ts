export * from './bookkeeping-queries.ts'
export {
  type EmbeddedServer,
  type EmbeddedServerOptions,
  startEmbeddedServer,
} from './embedded-server/index.ts'
export { DatabaseError, type DatabaseErrorCode, databaseErrors } from './errors.ts'
export { inOrganization, inTransaction } from './in-organization.ts'
export { migrate } from './migrations/migrate.ts'
export { type Database, type DatabaseRole, type OpenDatabaseOptions, openDatabase } from './open-database.ts'
export type { DB } from './schema.generated.ts'
