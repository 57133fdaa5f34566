import { DatabaseError } from '../errors/database-error.ts'

/** Reads a PostgreSQL address, the form without a host (`postgresql://user@/name?host=%2Fsocket`) included. */
export function parseDatabaseUrl(url: string): URL {
  let parsed: URL
  try {
    parsed = new URL(url.replace(/^([a-z]+:\/\/[^/@]*)@\//, '$1@localhost/'))
  } catch (error) {
    throw new DatabaseError(
      'database_url_invalid',
      { reason: 'it cannot be read as a URL' },
      { cause: error },
    )
  }
  if (!['postgresql:', 'postgres:'].includes(parsed.protocol)) {
    throw new DatabaseError('database_url_invalid', { reason: `it begins with «${parsed.protocol}//»` })
  }
  return parsed
}

/** The same server and user, another database. */
export function urlOfDatabase(url: string, name: string): string {
  const parsed = parseDatabaseUrl(url)
  parsed.pathname = `/${encodeURIComponent(name)}`
  return parsed.href
}
