import { type Database, type Logins, openDatabase, type WorkingRole } from '@stella/database'
import type { Duty } from './duty.ts'

export type Pools = Readonly<Record<WorkingRole, Database>>

/**
 * Connections at most, by what a process does: for a busy office, and few enough that two programs that do everything,
 * or two that serve and two that work, stay under the hundred that PostgreSQL allows. Two more are for listening.
 */
const connections: Record<Duty, Record<WorkingRole, number>> = {
  everything: { stella_app: 16, stella_worker: 12, stella_accounts: 6, stella_support: 4, stella_mail: 3 },
  web: { stella_app: 10, stella_worker: 1, stella_accounts: 4, stella_support: 2, stella_mail: 2 },
  work: { stella_app: 4, stella_worker: 12, stella_accounts: 1, stella_support: 2, stella_mail: 3 },
}

/**
 * What keeps something in its connection between two transactions: the engine its prepared statements. A pooler that
 * hands connections out anew for each transaction is passed by.
 */
const needsSession: ReadonlySet<WorkingRole> = new Set(['stella_worker'])

/** A pool for each role. Nothing is connected until the first query, so what is not needed costs nothing. */
export function openPools(duty: Duty, logins: Logins, poolerUrl?: string): Pools {
  const open = (role: WorkingRole) =>
    openDatabase({
      url: logins.urlOf(role),
      ...(poolerUrl === undefined || needsSession.has(role) ? {} : { poolerUrl }),
      role,
      maxConnections: connections[duty][role],
      applicationName: role,
    })
  return {
    stella_app: open('stella_app'),
    stella_worker: open('stella_worker'),
    stella_accounts: open('stella_accounts'),
    stella_support: open('stella_support'),
    stella_mail: open('stella_mail'),
  }
}

export async function closePools(pools: Pools): Promise<void> {
  await Promise.all(Object.values(pools).map((database) => database.close()))
}
