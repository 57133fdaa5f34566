import { randomBytes } from 'node:crypto'
import { urlWithLogin } from '../logins/ensure-logins.ts'
import type { WorkingRole } from '../logins/working-role.ts'
import { urlOfDatabase } from '../pools/database-url.ts'
import { type Database, type DatabaseRole, openDatabase } from '../pools/open-database.ts'
import { withClient } from '../pools/with-client.ts'
import { serverUrlVariable, templateName } from './test-server.ts'

export interface TestDatabase {
  /** Of the superuser. */
  readonly url: string
  /** Of the login of a role. */
  urlOf(role: WorkingRole): string
  /** A pool working as this role; the same one each time, closed with the test database. */
  database(role: DatabaseRole): Database
  /** Closes the pools and drops the database. */
  close(): Promise<void>
}

/** A fresh, migrated, empty database: about 50 ms. One for each test file is usual. */
export function testDatabase(): Promise<TestDatabase> {
  return databaseFrom(templateName)
}

/** A fresh database without a table, to be restored into. */
export function databaseWithoutTables(): Promise<TestDatabase> {
  return databaseFrom('template0')
}

async function databaseFrom(template: string): Promise<TestDatabase> {
  const serverUrl = process.env[serverUrlVariable]
  if (serverUrl === undefined) {
    throw new Error(
      `${serverUrlVariable} is not set: run tests with vitest, or call startTestServer() before`,
    )
  }
  const name = `test_${randomBytes(6).toString('hex')}`
  await onServer(serverUrl, `create database ${name} template ${template} strategy file_copy`)
  await onServer(serverUrl, `revoke temporary on database ${name} from public`)
  const url = urlOfDatabase(serverUrl, name)
  const urlOf = (role: WorkingRole) => urlWithLogin(url, `${role}_login`, null)
  const pools = new Map<DatabaseRole, Database>()
  return {
    url,
    urlOf,
    database: (role) => {
      const address = role === 'owner' ? url : urlOf(role)
      const pool = pools.get(role) ?? openDatabase({ url: address, role, applicationName: name })
      pools.set(role, pool)
      return pool
    },
    close: async () => {
      await Promise.all([...pools.values()].map((pool) => pool.close()))
      await onServer(serverUrl, `drop database ${name} with (force)`)
    },
  }
}

async function onServer(url: string, statement: string): Promise<void> {
  await withClient(url, 'tests', (client) => client.query(statement))
}
