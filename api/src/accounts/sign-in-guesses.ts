import { createHmac } from 'node:crypto'
import { type Database, inTransaction } from '@stella/database'
import { sql } from 'kysely'
import { ApiError } from '../http/api-error.ts'

/** More would help a guesser; fewer would lock out people who look for which of their passwords it was. */
const guessesPerHour = 10
const windowSeconds = 3600

/**
 * Counts one guess at the password of an address, before it is judged: of many at once no more than ten pass.
 * Addresses without an account count just the same, so the limit does not tell which exist.
 *
 * @throws ApiError `too_many_guesses`, with the seconds until the oldest guess is an hour old
 */
export async function countGuess(database: Database, secret: string, email: string): Promise<void> {
  const address = addressHash(secret, email)
  const retryAfterSeconds = await inTransaction(database, async (tx) => {
    await sql`
      insert into accounts.sign_in_guesses (address_hash, guessed_at) values (${address}, '{}')
      on conflict (address_hash) do nothing`.execute(tx)
    // The row is locked from here on: guesses that come at once are judged one after the other.
    const { rows } = await sql<{ guessed_at: Date[] }>`
      select guessed_at from accounts.sign_in_guesses where address_hash = ${address} for update`.execute(tx)
    const hourAgo = Date.now() - windowSeconds * 1000
    const recent = (rows[0]?.guessed_at ?? []).filter((at) => at.getTime() > hourAgo)
    const [oldest] = recent
    if (oldest !== undefined && recent.length >= guessesPerHour) {
      return Math.max(1, Math.ceil((oldest.getTime() - hourAgo) / 1000))
    }
    await sql`
      update accounts.sign_in_guesses set guessed_at = ${[...recent, new Date()]}::timestamptz[]
      where address_hash = ${address}`.execute(tx)
    return null
  })
  if (retryAfterSeconds !== null) throw new ApiError('too_many_guesses', { retryAfterSeconds })
}

/** The right password was given: earlier guesses no longer count. Also drops those of an hour ago, of anybody. */
export async function forgetGuesses(database: Database, secret: string, email: string): Promise<void> {
  await sql`
    delete from accounts.sign_in_guesses
    where address_hash = ${addressHash(secret, email)}
      or guessed_at[cardinality(guessed_at)] < now() - make_interval(secs => ${windowSeconds})
  `.execute(database.kysely)
}

function addressHash(secret: string, email: string): Buffer {
  return createHmac('sha256', secret).update(`sign-in ${email.trim().toLowerCase()}`).digest()
}
