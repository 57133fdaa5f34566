import {
  type ConnectionAccounts,
  type Database,
  findConnection,
  inOrganization,
  markLaneDue,
  recordActivity,
  replaceSecret,
  saveActiveConnection,
  type Transaction,
} from '@stella/database'
import { connectionEntry } from '../activities/activity-entries.ts'
import { TOTAL_TIME_OUT_MS } from '../policy/quarantine.ts'
import type { Books } from '../ports/books.ts'
import type { Clock } from '../ports/clock.ts'
import type { Codes, Seal } from '../sealing/seal.ts'
import { checkAccounts } from './check-accounts.ts'
import { type ConnectionView, connectionView } from './connection-view.ts'
import { readCodes } from './read-codes.ts'
import { type ConnectionRefusal, refusalOf } from './refusal.ts'
import { nextTestAt } from './test-schedule.ts'

/** Makes a way to the books of whoever has these codes. Nothing is sent before its first call. */
export type OpenBooks = (codes: Codes) => Books

export type ConnectionDependencies = {
  /** Role `stella_app`. */
  readonly database: Database
  readonly openBooks: OpenBooks
  readonly seal: Seal
  readonly clock: Clock
}

export type ConnectionResult =
  | { readonly ok: true; readonly connection: ConnectionView; readonly event: 'activated' | 'codes_replaced' }
  | { readonly ok: false; readonly refusal: ConnectionRefusal }

/**
 * Links an organization to its books, or gives its link new codes without losing any history: signs in with
 * them, checks accounts 1300 and 8000, and only then stores the codes, sealed, with the entry in the log. A
 * refusal says which of the three can be wrong and stores nothing. What waited goes on at once.
 */
export async function activateConnection(
  dependencies: ConnectionDependencies,
  organizationId: string,
  input: Codes,
): Promise<ConnectionResult> {
  const read = readCodes(input)
  if (!read.ok) return read
  const checked = await tryCodes(dependencies, read.codes)
  if (!checked.ok) return checked
  return inOrganization(dependencies.database, organizationId, (tx) =>
    store(tx, { ...dependencies, organizationId, codes: read.codes, accounts: checked.accounts }),
  )
}

async function tryCodes(
  { openBooks, clock }: ConnectionDependencies,
  codes: Codes,
): Promise<{ ok: true; accounts: ConnectionAccounts } | { ok: false; refusal: ConnectionRefusal }> {
  const books = openBooks(codes)
  const deadline = new AbortController()
  const timer = clock.sleep(TOTAL_TIME_OUT_MS, deadline.signal).then(() => deadline.abort())
  try {
    const said = await books.ledgerAccounts(deadline.signal)
    if (!said.ok) return { ok: false, refusal: refusalOf(said.failure) }
    const accounts = checkAccounts(said.value)
    if (accounts.ok) return { ok: true, accounts }
    return { ok: false, refusal: { code: accounts.code, fields: [], serviceCode: null } }
  } finally {
    deadline.abort()
    await timer
    await books.close()
  }
}

async function store(
  tx: Transaction,
  to: ConnectionDependencies & { organizationId: string; codes: Codes; accounts: ConnectionAccounts },
): Promise<ConnectionResult> {
  const now = to.clock.now()
  const at = new Date(now)
  await markLaneDue(tx, at)
  const before = await findConnection(tx)
  const row = await saveActiveConnection(tx, {
    ...to.accounts,
    usernameHint: hintOf(to.codes.username),
    at,
    nextTestAt: new Date(nextTestAt(now)),
  })
  const place = { organizationId: to.organizationId, rowId: row.id, purpose: 'e-boekhouden-codes' } as const
  await replaceSecret(tx, row.id, { ...to.seal.seal(to.codes, place), at })
  const event = before === null || before.state === 'disconnected' ? 'activated' : 'codes_replaced'
  const kind = event === 'activated' ? 'connection_activated' : 'connection_codes_replaced'
  await recordActivity(tx, connectionEntry(kind, row.id, { at: now }))
  return { ok: true, connection: connectionView(row), event }
}

/** Enough to recognise one's own user name by, too little to sign in with. */
function hintOf(username: string): string {
  return `${username.slice(0, username.length > 4 ? 2 : 1)}…`
}
