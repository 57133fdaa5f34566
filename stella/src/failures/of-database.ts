import { DatabaseError } from '@stella/database'
import { ProgramFailure } from './program-failure.ts'

/** Where the data stands, in words for a person: without the user and password of a database address. */
export interface DataPlace {
  /** Host and database, or the data folder. */
  name: string
  /** Undefined when the database is not the one that comes along. */
  folder?: string
  logFile: string
}

/** Host, port and database of an address, without user and password. */
export function placeOfUrl(url: string): string {
  const parsed = new URL(url.replace(/^([a-z]+:\/\/[^/@]*@)\//, '$1localhost/'))
  return `${parsed.searchParams.get('host') ?? parsed.host}${parsed.pathname}`
}

/** What a person can do about an error of the database at start; errors that are bugs come back unchanged. */
export function failureOfDatabase(error: unknown, place: DataPlace): unknown {
  if (!(error instanceof DatabaseError)) return error
  switch (error.code) {
    case 'data_of_newer_version':
    case 'data_of_other_postgresql':
      return new ProgramFailure('dataOfNewerVersion', [place.name], error)
    case 'backup_of_newer_version':
      return new ProgramFailure('backupOfNewerVersion', [error.parameters.found ?? '?'], error)
    case 'backup_damaged':
      return new ProgramFailure('backupDamaged', [place.name, error.parameters.reason ?? '?'], error)
    case 'backup_lacks_rights':
      return new ProgramFailure('backupRights', [place.name], error)
    case 'restore_not_empty':
      return new ProgramFailure('restoreNotEmpty', [place.name], error)
    case 'restore_unfinished':
      return new ProgramFailure('restoreUnfinished', [place.name], error)
    case 'migration_changed':
      return new ProgramFailure('migrationChanged', [error.parameters.migration ?? '?', place.name], error)
    case 'database_unreachable':
      return place.folder === undefined
        ? new ProgramFailure('databaseUnreachable', [place.name], error)
        : new ProgramFailure('embeddedServerFailed', [place.logFile], error)
    case 'database_refused':
      return new ProgramFailure('databaseRefused', [place.name], error)
    case 'logins_not_made':
      return new ProgramFailure('databaseLoginsNotMade', [place.name, error.parameters.owner ?? '?'], error)
    case 'roles_of_another_owner':
      return new ProgramFailure('databaseRolesElsewhere', [place.name, error.parameters.owner ?? '?'], error)
    case 'rights_missing':
      return new ProgramFailure('databaseRightsMissing', [place.name, error.parameters.role ?? '?'], error)
    case 'logins_refused':
      return new ProgramFailure('databaseLoginsRefused', [place.name, error.parameters.login ?? '?'], error)
    case 'database_lacks_rights':
      return new ProgramFailure('databaseRights', [place.name], error)
    case 'database_too_old':
      return new ProgramFailure('databaseTooOld', [place.name, error.parameters.version ?? '?'], error)
    case 'data_folder_not_writable':
      return new ProgramFailure('dataFolderNotWritable', [place.folder ?? place.name], error)
    case 'disk_full':
      return new ProgramFailure('diskFull', [place.name], error)
    case 'no_unprivileged_user':
      return new ProgramFailure('noUnprivilegedUser', [], error)
    case 'server_ends_again':
      return new ProgramFailure('embeddedServerEndsAgain', [place.logFile], error)
    case 'platform_unsupported':
      return new ProgramFailure('platformUnsupported', [`${process.platform} ${process.arch}`], error)
    case 'server_binaries_unusable':
    case 'server_not_created':
    case 'server_not_started':
    case 'data_folder_missing':
      return new ProgramFailure('embeddedServerFailed', [place.logFile], error)
    default:
      return error
  }
}
