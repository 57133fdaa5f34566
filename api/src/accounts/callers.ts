import { createHash } from 'node:crypto'
import type { Database } from '@stella/database'
import { type KeyScope, permissionsOf, permissionsOfKey, readRole } from '@stella/invoicing'
import { sql } from 'kysely'
import { ApiError } from '../http/api-error.ts'
import { type Callers, type Person, type Program, sessionCookie } from '../http/caller.ts'
import { type Authentication, apiKeyLength } from './authentication.ts'
import { hashToken } from './hashed-session-tokens.ts'
import { isRefusal } from './refusal.ts'
import { Remembered } from './remembered.ts'

/** Finds out who sent a request. Answers are remembered until word comes that they no longer hold. */
export function createCallers(authentication: Authentication, database: Database): Callers {
  const people = new Remembered<Person>()
  const programs = new Remembered<Program>()
  return {
    /** The person of a session cookie, or null; `setCookies` hands on the cookies of a renewed session. */
    ofSession: (cookie: string, setCookies: (cookies: string[]) => void): Promise<Person | null> =>
      people.get(digest(cookie), async () => {
        const headers = new Headers({ cookie: `${sessionCookie}=${cookie}` })
        const found = await authentication.api.getSession({ headers, returnHeaders: true }).catch(unreachable)
        if (found.response === null) return null
        setCookies(found.headers.getSetCookie())
        const { session, user } = found.response
        const person = await findPerson(database, user.id, hashToken(session.token))
        if (person !== null) await noteSeen(database, person)
        return person
      }),

    /** The program of an API key, or null. */
    ofApiKey: async (key: string): Promise<Program | null> => {
      // Nothing of another length was ever handed out, so it need not be looked up.
      if (key.length !== apiKeyLength) return null
      return programs.get(digest(key), async () => {
        const { valid, key: found } = await authentication.api.verifyApiKey({ body: { key } })
        if (!valid || found === null) {
          await requireReachable(database)
          return null
        }
        return findProgram(database, found.id)
      })
    },

    forgetSession: (cookie: string) => people.delete(digest(cookie)),
    forgetPerson: (userId: string) => {
      people.forget(({ user }) => user.id === userId)
      programs.forget((program) => program.userId === userId)
    },
    forgetProgram: (apiKeyId: string) => programs.forget((program) => program.apiKeyId === apiKeyId),
    forgetOrganization: (organizationId: string) => {
      // Whoever works nowhere may do so again in one that was opened.
      people.forget(({ organization }) => organization === null || organization.id === organizationId)
      programs.forget(({ organization }) => organization.id === organizationId)
    },
    trust: (hears: boolean) => {
      people.trust(hears)
      programs.trust(hears)
    },
  }
}

/** better-auth hides why it could not look a session up; its own queries only fail when the database does. */
function unreachable(error: unknown): never {
  if (isRefusal(error, 'FAILED_TO_GET_SESSION')) throw new ApiError('unavailable', { cause: error })
  throw error
}

/**
 * The person of a session, as its token is stored, with the organization it works in: the one that was chosen, else
 * the first they became a member of. Null when shut out.
 */
export async function findPerson(
  database: Database,
  userId: string,
  sessionTokenHash: string,
): Promise<Person | null> {
  const { rows } = await sql<{
    id: string
    name: string
    email: string
    role: string | null
    has_second_factor: boolean
    has_confirmed_email: boolean
    organization_id: string | null
    organization_name: string | null
    asks_second_factor: boolean | null
    member_role: string | null
    is_fresh: boolean | null
  }>`
    select u.id, u.name, u.email, u.role, u.two_factor_enabled as has_second_factor,
      u.email_verified as has_confirmed_email, o.id as organization_id, o.name as organization_name, o.asks_second_factor, m.role as member_role,
      s.authenticated_at > now() - make_interval(secs => ${freshSeconds}) as is_fresh
    from accounts."user" u
    left join accounts.session s on s.user_id = u.id and s.token = ${sessionTokenHash}
    left join (accounts.member m
      join accounts.organization o on o.id = m.organization_id and o.closed_at is null) on m.user_id = u.id
    where u.id = ${userId} and u.banned is not true
    order by m.organization_id is not distinct from s.active_organization_id desc, m.created_at, m.id
    limit 1
  `.execute(database.kysely)
  const [row] = rows
  if (row === undefined) return null
  const { id, name, email, organization_id, organization_name } = row
  const role = readRole(row.member_role)
  const organization =
    organization_id === null || organization_name === null || role === null
      ? null
      : {
          id: organization_id,
          name: organization_name,
          role,
          asksSecondFactor: row.asks_second_factor === true,
        }
  return {
    kind: 'person',
    user: {
      id,
      name,
      email,
      supportRole: row.role === 'support',
      hasSecondFactor: row.has_second_factor,
      hasConfirmedEmail: row.has_confirmed_email,
    },
    organization,
    permissions: role === null ? [] : permissionsOf(role),
    sessionTokenHash,
    isFresh: row.is_fresh === true,
  }
}

/** A key is as good as its person: gone from the organization, or shut out, it opens nothing. */
async function findProgram(database: Database, apiKeyId: string): Promise<Program | null> {
  const { rows } = await sql<{
    id: string
    name: string
    key_name: string
    user_id: string
    has_confirmed_email: boolean
    role: string
    scope: KeyScope
  }>`
    select o.id, o.name, coalesce(k.name, '') as key_name, m.user_id,
      u.email_verified as has_confirmed_email, m.role, k.scope
    from accounts.api_key k
    join accounts."user" u on u.id = k.user_id and u.banned is not true
    join accounts.member m on m.user_id = k.user_id and m.organization_id = k.organization_id
    join accounts.organization o on o.id = k.organization_id and o.closed_at is null
    where k.id = ${apiKeyId}`.execute(database.kysely)
  const [row] = rows
  const role = readRole(row?.role ?? null)
  if (row === undefined || role === null) return null
  const { has_confirmed_email, id, key_name, name, scope, user_id } = row
  return {
    kind: 'program',
    apiKeyId,
    name: key_name,
    userId: user_id,
    hasConfirmedEmail: has_confirmed_email,
    organization: { id, name },
    permissions: permissionsOfKey(role, scope),
  }
}

/** When somebody was last here, to within five minutes: nobody needs it closer, and each request would write. */
async function noteSeen(database: Database, { organization, sessionTokenHash, user }: Person): Promise<void> {
  const ago = sql`now() - interval '5 minutes'`
  await sql`
    with seen as (
      update accounts.session set last_seen_at = now() where token = ${sessionTokenHash} and last_seen_at < ${ago})
    update accounts.member set last_seen_at = now()
    where user_id = ${user.id} and organization_id = ${organization?.id ?? null}
      and (last_seen_at is null or last_seen_at < ${ago})`.execute(database.kysely)
}

/** As long as it takes to set up a business, and shorter than a screen stays open over lunch. */
const freshSeconds = 15 * 60

/** A key is also called invalid when it could not be looked up; a program must not take that for a withdrawal. */
async function requireReachable(database: Database): Promise<void> {
  await sql`select 1`.execute(database.kysely)
}

function digest(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url')
}
