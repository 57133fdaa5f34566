import pg from 'pg'
import { DatabaseError } from './database-error.ts'

/**
 * Turns what PostgreSQL or the network answers into an error of this package, decided by code. What is no
 * concern of this package (a bug in a query, an error thrown by the caller's own work) comes back unchanged.
 */
export function databaseErrorOf(error: unknown): unknown {
  if (error instanceof DatabaseError) return error
  if (error instanceof pg.DatabaseError) return errorOfSqlState(error)
  if (error instanceof AggregateError && error.errors.length > 0) return databaseErrorOf(error.errors[0])
  if (isUnreachable(error)) {
    return new DatabaseError('database_unreachable', { reason: error.message }, { cause: error })
  }
  return error
}

function errorOfSqlState(error: pg.DatabaseError): unknown {
  const reason = error.message
  switch (error.code) {
    case 'ST001':
      return new DatabaseError('final_invoice_frozen', {}, { cause: error })
    case 'ST002':
      return new DatabaseError('series_gap', {}, { cause: error })
    case 'ST003':
      return new DatabaseError('series_used', {}, { cause: error })
    case 'ST004':
      return new DatabaseError('credit_exceeds', {}, { cause: error })
    case 'ST005':
      return new DatabaseError('session_ended', {}, { cause: error })
    case 'ST006':
      return new DatabaseError('last_owner', {}, { cause: error })
    case 'ST007':
      return new DatabaseError('lane_lost', {}, { cause: error })
    case 'ST008':
      return new DatabaseError('superseded', {}, { cause: error })
    case 'ST009':
      return new DatabaseError('history_booked', {}, { cause: error })
    case '28000': // invalid authorization
    case '28P01': // invalid password
    case '3D000': // no such database
      return new DatabaseError('database_refused', { reason }, { cause: error })
    case '53300': // too many connections
    case '57P01': // admin shutdown
    case '57P02': // crash shutdown
    case '57P03': // cannot connect now
    case '08006': // connection failure
      return new DatabaseError('database_unreachable', { reason }, { cause: error })
    case '53100':
      return new DatabaseError('disk_full', { folder: 'the database' }, { cause: error })
    default:
      return error
  }
}

/** Codes of Node's sockets and resolver when no connection comes about or one is lost. */
const networkCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EACCES',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'ETIMEDOUT',
])

/** Of pg itself, which gives these no code. */
const lostConnection =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|timeout expired)/

function isUnreachable(error: unknown): error is Error {
  if (!(error instanceof Error)) return false
  const { code, syscall } = error as NodeJS.ErrnoException
  if (code !== undefined && networkCodes.has(code))
    return ['connect', 'read', 'write', 'getaddrinfo'].includes(syscall ?? '')
  return lostConnection.test(error.message)
}
