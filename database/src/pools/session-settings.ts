import type { WorkingRole } from '../logins/working-role.ts'

/**
 * A transaction that idles this long was forgotten; ending it frees its locks, of which one on a number series
 * would stop an organization. No transaction of ours waits for anything but the database.
 */
const idleInTransactionTimeoutMs = 60_000

/** No statement of a role works this long; one that does was made to hold something up, and ends. */
const statementTimeoutMs = 60_000

/**
 * What every connection of a role begins with. It travels with the sign-in, and is kept with the login too, because a
 * pooler passes on what signs in through it and nothing else.
 */
export function sessionSettings(
  role: WorkingRole | 'owner',
): readonly (readonly [name: string, value: string])[] {
  return [
    ['idle_in_transaction_session_timeout', String(idleInTransactionTimeoutMs)],
    ...(role === 'owner' ? [] : [['statement_timeout', String(statementTimeoutMs)] as const]),
    ['timezone', 'UTC'],
    ['search_path', 'public,pg_temp'],
  ]
}
