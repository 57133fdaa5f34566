import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { TestDatabase } from './test-database.ts'

/** Inserts an organization and gives its id. */
export async function testOrganization(db: TestDatabase, name = 'Bakkerij De Proef'): Promise<string> {
  const id = randomUUID()
  await sql`insert into accounts.organization (id, name, slug) values (${id}, ${name}, ${id})`.execute(
    db.database('owner').kysely,
  )
  return id
}
