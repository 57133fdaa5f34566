import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { DatabaseError } from '../errors/database-error.ts'

export interface Migration {
  readonly version: number
  /** File name without number and extension. */
  readonly name: string
  readonly sql: string
  /** SHA-256 of the file, hex. */
  readonly checksum: string
}

const folder = new URL('../../migrations/', import.meta.url)

/**
 * The migrations this version of Stella knows, in order.
 *
 * @throws DatabaseError `migration_numbering`
 */
export function readMigrations(from: URL = folder): Migration[] {
  const migrations = readdirSync(from)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => readMigration(from, file))
  migrations.forEach((migration, at) => {
    if (migration.version !== at + 1) {
      throw new DatabaseError('migration_numbering', {
        reason: `expected ${String(at + 1).padStart(4, '0')}, found ${migration.version} (${migration.name})`,
      })
    }
  })
  return migrations
}

function readMigration(from: URL, file: string): Migration {
  const [, version, name] = /^(\d{4})_([a-z0-9_]+)\.sql$/.exec(file) ?? []
  if (version === undefined || name === undefined) {
    throw new DatabaseError('migration_numbering', { reason: `${file} is not named 0001_like_this.sql` })
  }
  // A checkout on Windows may turn line ends; the checksum must not notice.
  const sql = readFileSync(new URL(file, from), 'utf8').replaceAll('\r\n', '\n')
  return { version: Number(version), name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
}
