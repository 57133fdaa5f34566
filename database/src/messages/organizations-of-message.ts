import { sql } from 'kysely'
import type { Database } from '../pools/open-database.ts'

/** Of which organizations a mail is, by its id alone: for the role of the mail, to which a report says no more. */
export async function organizationsOfMessage(database: Database, messageId: string): Promise<string[]> {
  const { rows } = await sql<{
    id: string
  }>`select id from organizations_of_message(${messageId}) as id`.execute(database.kysely)
  return rows.map(({ id }) => id)
}
