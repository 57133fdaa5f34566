import pg from 'pg'

/**
 * Works on a connection of its own, outside every pool, which ends with the work.
 *
 * @param purpose what the server shows it by, behind `stella`
 * @throws what the driver or the work throws; see databaseErrorOf()
 */
export async function withClient<T>(
  url: string,
  purpose: string,
  work: (client: pg.Client) => Promise<T>,
  settings: Pick<pg.ClientConfig, 'connectionTimeoutMillis'> = {},
): Promise<T> {
  const client = new pg.Client({ ...settings, connectionString: url, application_name: `stella ${purpose}` })
  client.on('error', () => {}) // a lost connection also fails the query that waits, and is told there
  try {
    await client.connect()
    return await work(client)
  } finally {
    await client.end().catch(() => {})
  }
}
