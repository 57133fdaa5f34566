import type pg from 'pg'
import { escapeIdentifier } from 'pg'

/**
 * Lets nobody into this database but its owner, the logins and whom somebody named: a role belongs to the whole
 * server, so without this the login of another Stella there would work here with the rights of its own role.
 * What only the owner of the database may decide is left as it is by any other user, with a warning of the server.
 */
export async function closeToOthers(client: pg.Client, logins: readonly string[]): Promise<void> {
  const { rows } = await client.query<{ name: string }>('select current_database() as name')
  for (const { name } of rows) {
    const database = escapeIdentifier(name)
    await client.query(
      `revoke connect on database ${database} from public;
       grant connect on database ${database} to ${logins.map((login) => escapeIdentifier(login)).join(', ')}`,
    )
  }
}
