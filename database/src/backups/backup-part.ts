/** Grows with every change after which an older program could not restore what is written. */
export const BACKUP_FORMAT = 1

/**
 * A piece of a backup, in order: what it is of; each table with its rows; each sequence; and last what there was of each
 * table, without which it is no whole backup.
 */
export type BackupPart =
  | {
      readonly kind: 'begin'
      readonly format: number
      /** ISO 8601; everything is as it was at this instant. */
      readonly takenAt: string
      /** Of the server it was read from; of which one it can be restored in does not depend on it. */
      readonly serverVersion: string
      readonly migrations: readonly BackedUpMigration[]
    }
  /** Its name and those of its columns, quoted as SQL wants them. */
  | { readonly kind: 'table'; readonly table: string; readonly columns: readonly string[] }
  /** Rows of the table before, as PostgreSQL writes a row as text. */
  | { readonly kind: 'rows'; readonly rows: readonly string[] }
  /** The number it gave last; null where it gave none yet. */
  | { readonly kind: 'sequence'; readonly sequence: string; readonly last: string | null }
  | { readonly kind: 'end'; readonly rows: Readonly<Record<string, number>> }

export type BackedUpMigration = { readonly version: number; readonly name: string; readonly checksum: string }
