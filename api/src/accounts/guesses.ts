import { createHmac } from 'node:crypto'
import { normalizeIP } from '@fastify/rate-limit'
import { type Database, inTransaction } from '@stella/database'
import { sql } from 'kysely'

/** More would help a guesser; fewer would lock out people who look for which of their passwords it was. */
const guessesPerHour = 10
const windowSeconds = 3600

/** What is guessed at, kept as a keyed hash: the table tells neither addresses nor whether an account exists. */
export type Guessed = Buffer

/** The password of an e-mail address. Addresses without an account count just the same. */
export function guessedPassword(secret: string, email: string): Guessed {
  return keyed(secret, `sign-in ${email.trim().toLowerCase()}`)
}

/** Which e-mail addresses have an account, by asking from a network address. IPv6 gives one asker a whole /64. */
export function guessedAccounts(secret: string, ip: string): Guessed {
  return keyed(secret, `sign-up ${normalizeIP(ip, 64)}`)
}

/**
 * Counts one guess. Of many at once no more than ten within an hour are counted.
 *
 * @returns null when it was; else the seconds until the oldest guess is an hour old
 */
export async function countGuess(database: Database, guessed: Guessed): Promise<number | null> {
  return inTransaction(database, async (tx) => {
    await sql`
      insert into accounts.sign_in_guesses (address_hash, guessed_at) values (${guessed}, '{}')
      on conflict (address_hash) do nothing`.execute(tx)
    // The row is locked from here on: guesses that come at once are judged one after the other.
    const { rows } = await sql<Guesses>`
      select guessed_at from accounts.sign_in_guesses where address_hash = ${guessed} for update`.execute(tx)
    const recent = recentOf(rows)
    const seconds = secondsToWait(recent)
    if (seconds === null) {
      await sql`
        update accounts.sign_in_guesses set guessed_at = ${[...recent, new Date()]}::timestamptz[]
        where address_hash = ${guessed}`.execute(tx)
    }
    return seconds
  })
}

/** What countGuess() would answer, without counting. */
export async function isGuessedTooOften(database: Database, guessed: Guessed): Promise<number | null> {
  const { rows } = await sql<Guesses>`
    select guessed_at from accounts.sign_in_guesses where address_hash = ${guessed}`.execute(database.kysely)
  return secondsToWait(recentOf(rows))
}

/** It was no guess after all: earlier ones no longer count. Also drops those of an hour ago, of anybody. */
export async function forgetGuesses(database: Database, guessed: Guessed): Promise<void> {
  await sql`
    delete from accounts.sign_in_guesses
    where address_hash = ${guessed}
      or guessed_at[cardinality(guessed_at)] < now() - make_interval(secs => ${windowSeconds})
  `.execute(database.kysely)
}

type Guesses = { guessed_at: Date[] }

function recentOf(rows: readonly Guesses[]): Date[] {
  const hourAgo = Date.now() - windowSeconds * 1000
  return (rows[0]?.guessed_at ?? []).filter((at) => at.getTime() > hourAgo)
}

function secondsToWait(recent: readonly Date[]): number | null {
  const [oldest] = recent
  if (oldest === undefined || recent.length < guessesPerHour) return null
  return Math.max(1, Math.ceil((oldest.getTime() + windowSeconds * 1000 - Date.now()) / 1000))
}

function keyed(secret: string, what: string): Guessed {
  return createHmac('sha256', secret).update(what).digest()
}
