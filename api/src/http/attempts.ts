import { createHmac } from 'node:crypto'
import { normalizeIP } from '@fastify/rate-limit'
import { type Database, inTransaction, type Transaction } from '@stella/database'
import { sql } from 'kysely'
import { ApiError } from './api-error.ts'
import type { ErrorCode } from './errors.ts'

/** Attempts count for this long: long enough to make guessing hopeless, short enough to wait for. */
const windowSeconds = 3600

/**
 * Something that may be tried only so often. What it is stands in the table as a keyed hash, which tells neither
 * addresses nor whether an account exists.
 */
export type Attempt = { readonly keyHash: Buffer; readonly most: number }

/** At most so many within an hour of what these words say. */
export function attemptOf(secret: string, what: string, most: number): Attempt {
  return { keyHash: createHmac('sha256', secret).update(what).digest(), most }
}

/** Where a request comes from, as an attempt counts it: an IPv4 address, or the /64 that one asker of IPv6 has. */
export function originOf({ ip }: { ip: string }): string {
  return normalizeIP(ip, 64)
}

/**
 * Counts one attempt, before it is judged: of many at once no more than the limit are carried out.
 *
 * @throws ApiError with this code when there were as many as may be; `Retry-After` says when the next may be
 */
export async function countAttempt(
  database: Database,
  attempts: readonly Attempt[],
  code: ErrorCode,
): Promise<void> {
  // Always in the same order, so that two who share some do not wait for each other in a circle.
  const ordered = [...attempts].sort((one, other) => Buffer.compare(one.keyHash, other.keyHash))
  const seconds = await inTransaction(database, async (tx) => {
    const waits: (number | null)[] = []
    for (const attempt of ordered) waits.push(secondsToWait(attempt, await lock(tx, attempt)))
    const longest = Math.max(0, ...waits.map((wait) => wait ?? 0))
    if (longest === 0) for (const attempt of ordered) await add(tx, attempt)
    return longest
  })
  if (seconds > 0) throw new ApiError(code, { retryAfterSeconds: seconds })
}

/**
 * What countAttempt() would say, without counting.
 *
 * @throws ApiError with this code
 */
export async function requireAttemptLeft(
  database: Database,
  attempt: Attempt,
  code: ErrorCode,
): Promise<void> {
  const seconds = secondsToWait(attempt, await read(database.kysely, attempt))
  if (seconds !== null) throw new ApiError(code, { retryAfterSeconds: seconds })
}

/** It was none of those that are counted after all: each counts one less. */
export async function takeBackAttempt(database: Database, attempts: readonly Attempt[]): Promise<void> {
  for (const { keyHash } of attempts) {
    await sql`
      update accounts.attempts set attempted_at = attempted_at[:cardinality(attempted_at) - 1]
      where key_hash = ${keyHash}`.execute(database.kysely)
  }
}

/** Who tried has shown that they may: what was counted no longer counts. Also drops what is an hour old, of anybody. */
export async function forgetAttempts(database: Database, attempt: Attempt): Promise<void> {
  await sql`
    delete from accounts.attempts
    where key_hash = ${attempt.keyHash}
      or cardinality(attempted_at) = 0
      or attempted_at[cardinality(attempted_at)] < now() - make_interval(secs => ${windowSeconds})
  `.execute(database.kysely)
}

type Tx = Database['kysely'] | Transaction

/** Attempts that come at once are judged one after the other: the row stays locked until the transaction ends. */
async function lock(tx: Tx, { keyHash }: Attempt): Promise<Date[]> {
  await sql`
    insert into accounts.attempts (key_hash, attempted_at) values (${keyHash}, '{}')
    on conflict (key_hash) do update set key_hash = excluded.key_hash`.execute(tx)
  return read(tx, { keyHash, most: 0 })
}

async function read(tx: Tx, { keyHash }: Attempt): Promise<Date[]> {
  const { rows } = await sql<{ attempted_at: Date[] }>`
    select attempted_at from accounts.attempts where key_hash = ${keyHash}`.execute(tx)
  return (rows[0]?.attempted_at ?? []).filter((at) => at.getTime() > Date.now() - windowSeconds * 1000)
}

async function add(tx: Tx, { keyHash }: Attempt): Promise<void> {
  await sql`
    update accounts.attempts set attempted_at =
      array(select at from unnest(attempted_at) at where at > now() - make_interval(secs => ${windowSeconds}) order by at)
      || clock_timestamp()
    where key_hash = ${keyHash}`.execute(tx)
}

/** Until the oldest of those that fill the limit is an hour old; null when there is room. */
function secondsToWait({ most }: Attempt, recent: readonly Date[]): number | null {
  const oldest = recent.at(-most)
  if (oldest === undefined) return null
  return Math.max(1, Math.ceil((oldest.getTime() + windowSeconds * 1000 - Date.now()) / 1000))
}
