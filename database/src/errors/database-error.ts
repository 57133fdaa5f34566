/**
 * Every way in which the database says no, and the sentence for whoever runs Stella. `{name}` is filled from the
 * error's parameters. Screens have sentences of their own, by code.
 */
export const databaseErrors = {
  // Reaching a server
  database_unreachable: 'The database cannot be reached: {reason}.',
  database_refused: 'The database refuses the sign-in in DATABASE_URL: {reason}.',
  database_url_invalid: 'DATABASE_URL is not a PostgreSQL address: {reason}.',
  database_too_old: 'The database runs PostgreSQL {version}; Stella needs version 15 or newer.',
  // Migrations
  data_of_newer_version:
    'The data was written by a newer version of Stella (migration {found}, this version knows {known}). Start that version again.',
  migration_changed: 'Migration {migration} differs from the one that made this database.',
  migration_numbering: 'The files in migrations/ must be numbered without gaps and doubles: {reason}.',
  migration_failed: 'Migration {migration} failed: {reason}.',
  database_lacks_rights: 'The database user may not do what a migration needs: {reason}.',
  // Backups
  backup_lacks_rights: 'The database user may not read all rows, so a backup would lack some: {reason}.',
  backup_damaged: 'The backup is not whole: {reason}.',
  backup_of_newer_version: 'The backup was written by a newer version of Stella ({found}).',
  restore_not_empty: 'A backup is restored into an empty database only, and this one has data.',
  restore_unfinished: 'A restore of this database was cut short, so it is not whole.',
  // Signing in as the roles
  logins_not_made: 'The database user {owner} may not make logins; it needs the right CREATEROLE.',
  roles_of_another_owner:
    'The roles of Stella on this server belong to another user; {owner} must be granted them with admin option.',
  rights_missing: 'The role {role} lacks its rights on {object}: the database was restored without them.',
  logins_refused: 'The database does not let its login {login} in: {reason}.',
  // The embedded server
  platform_unsupported:
    'There is no embedded PostgreSQL for {platform}. Set DATABASE_URL to a PostgreSQL of your own.',
  server_binaries_unusable: 'The embedded PostgreSQL cannot run here: {reason}.',
  no_unprivileged_user:
    'PostgreSQL refuses to run as root, and this machine has no user «stella», «postgres» or «nobody» to run it as.',
  data_folder_not_writable: 'Stella may not write in {folder}: {reason}.',
  data_folder_missing: 'The database should be in {folder}, but there is nothing there: {reason}.',
  disk_full: 'The disk that holds {folder} is full.',
  data_of_other_postgresql:
    'The data in {folder} belongs to PostgreSQL {found}; this version of Stella brings PostgreSQL {expected}.',
  server_not_created: 'The database could not be created in {folder}: {reason}.',
  server_not_started: 'The database in {folder} does not start: {reason}.',
  server_ends_again: 'The database server ended by itself {times} times within ten minutes.',
  // Queries
  no_organization: 'A query for tenants needs the id of an organization, not «{organizationId}».',
  not_found: 'There is no {subject} {id} in this organization.',
  customer_archived: 'The customer {id} is archived, so nothing new is made for it.',
  case_open: 'There is an open case about this already.',
  export_under_way: 'Another archive of the organization is being made.',
  customer_invoiced: 'The customer {id} has invoices, or a relation in the books.',
  customer_merged: 'The customer {id} went up in another.',
  not_finalizable: 'Invoice {id} or its customer lacks what a final invoice must have.',
  already_final: 'Invoice {id} is already final.',
  too_many_attachments: 'No more than {limit} files go along with an invoice.',
  attachments_too_large: 'The files of an invoice have {limit} bytes together at most.',
  attachments_full: 'The files of an organization have {limit} bytes together at most.',
  final_invoice_frozen: 'A final invoice and its lines never change.',
  series_gap: 'A series of invoice numbers moves by exactly one.',
  not_creditable: 'Invoice {id} is no final invoice, or a credit note itself.',
  credit_exceeds: 'More is credited of an invoice than is left of it.',
  history_booked: 'An invoice of another program is not booked.',
  series_full: 'The series «{series}» has no more numbers.',
  books_not_compared: 'After a restore no number is given before the books were compared.',
  series_used: 'Invoices have numbers of the series «{series}», so its numbers stay as they are.',
  series_alike: 'The series «{series}» could give the same numbers.',
  series_ground_used: 'The series is used; it can go on with {place} or a higher number.',
  series_reason_missing: 'The series «{series}» is used; its numbers go up with a reason only.',
  sending_limit:
    'The organization may mail {limit} addresses an hour; there is room again in {seconds} seconds.',
  message_id_used: 'The id {id} is of a mail of another invoice.',
  product_code_taken: 'Another product has this code.',
  revision_conflict: 'The {subject} {id} was changed by someone else in the meantime.',
  last_owner: 'An organization has at least one owner.',
  lane_lost: 'The lane is held by another worker.',
  superseded: 'A row is no longer where its step starts.',
  session_ended: 'The session is none of the support desk, or it has ended.',
  cursor_invalid: 'The cursor does not come from this list.',
} as const satisfies Record<string, string>

export type DatabaseErrorCode = keyof typeof databaseErrors

/** An error of this package: decided by `code`; `message` is one sentence; `parameters` fill texts elsewhere. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError'
  readonly code: DatabaseErrorCode
  readonly parameters: Readonly<Record<string, string>>

  constructor(code: DatabaseErrorCode, parameters: Record<string, string> = {}, options?: ErrorOptions) {
    super(
      databaseErrors[code].replace(/\{(\w+)\}/g, (_, name: string) => parameters[name] ?? '?'),
      options,
    )
    this.code = code
    this.parameters = parameters
  }
}
