import { type Database, inPerson } from '@stella/database'
import type { FastifyRequest } from 'fastify'
import { sql } from 'kysely'

export type OwnSession = {
  id: string
  userAgent: string | null
  ipAddress: string | null
  createdAt: Date
  lastSeenAt: Date
  isCurrent: boolean
}

/** The sessions of a person, the one that asks first, then those seen last. */
export function sessionsOf(database: Database, userId: string, tokenHash: string): Promise<OwnSession[]> {
  return inPerson(database, userId, async (tx) => {
    const { rows } = await sql<OwnSession>`
      select id, user_agent as "userAgent", ip_address as "ipAddress", created_at as "createdAt",
        last_seen_at as "lastSeenAt", token = ${tokenHash} as "isCurrent"
      from accounts.session where user_id = ${userId} and expires_at > now()
      order by token = ${tokenHash} desc, last_seen_at desc, id`.execute(tx)
    return rows
  })
}

/** Ends one of them. Returns whether the person had it. */
export function endSession(database: Database, userId: string, id: string): Promise<boolean> {
  return inPerson(database, userId, async (tx) => {
    const { numAffectedRows } = await sql`
      delete from accounts.session where id = ${id} and user_id = ${userId}`.execute(tx)
    return numAffectedRows === 1n
  })
}

/** Ends all but the one that asks. */
export function endOtherSessions(database: Database, userId: string, tokenHash: string): Promise<void> {
  return inPerson(database, userId, async (tx) => {
    await sql`
      delete from accounts.session where user_id = ${userId} and token <> ${tokenHash}`.execute(tx)
  })
}

/** Of a header that anybody may write as long as they like. */
const longestUserAgent = 300

/** Notes with what and from where a session began, for its person to recognise. */
export async function noteBeginning(
  database: Database,
  tokenHash: string,
  { headers, ip }: Pick<FastifyRequest, 'headers' | 'ip'>,
): Promise<void> {
  const userAgent = headers['user-agent']?.slice(0, longestUserAgent) ?? null
  await sql`
    update accounts.session set user_agent = ${userAgent}, ip_address = ${ip} where token = ${tokenHash}`.execute(
    database.kysely,
  )
}

/** Notes that the person of a session gave the password just now. */
export async function noteAuthenticated(database: Database, tokenHash: string): Promise<void> {
  await sql`update accounts.session set authenticated_at = now() where token = ${tokenHash}`.execute(
    database.kysely,
  )
}
