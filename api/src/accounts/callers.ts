import { createHash } from 'node:crypto'
import type { Database } from '@stella/database'
import { sql } from 'kysely'
import { ApiError } from '../http/api-error.ts'
import { type Callers, type Organization, type Person, type Program, sessionCookie } from '../http/caller.ts'
import { type Authentication, apiKeyLength } from './authentication.ts'
import { hashToken } from './hashed-session-tokens.ts'
import { isRefusal } from './refusal.ts'
import { Remembered } from './remembered.ts'

/** Finds out who sent a request. Answers are remembered for half a minute and forgotten when withdrawn here. */
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
        const person = await findPerson(database, user.id)
        return person && { ...person, sessionTokenHash: hashToken(session.token) }
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
        const organization = await findOrganization(database, found.referenceId)
        return organization === null ? null : { kind: 'program', apiKeyId: found.id, organization }
      })
    },

    forgetSession: (cookie: string) => people.delete(digest(cookie)),
    forgetPerson: (userId: string) => people.forget(({ user }) => user.id === userId),
    forgetProgram: (apiKeyId: string) => programs.forget((program) => program.apiKeyId === apiKeyId),
    forgetOrganization: (organizationId: string) => {
      people.forget(({ organization }) => organization?.id === organizationId)
      programs.forget(({ organization }) => organization.id === organizationId)
    },
  }
}

/** better-auth hides why it could not look a session up; its own queries only fail when the database does. */
function unreachable(error: unknown): never {
  if (isRefusal(error, 'FAILED_TO_GET_SESSION')) throw new ApiError('unavailable', { cause: error })
  throw error
}

/** The person with the organization they work in, the first they became a member of; null when shut out. */
export async function findPerson(
  database: Database,
  userId: string,
): Promise<Omit<Person, 'sessionTokenHash'> | null> {
  const { rows } = await sql<{
    id: string
    name: string
    email: string
    role: string | null
    organization_id: string | null
    organization_name: string | null
  }>`
    select u.id, u.name, u.email, u.role, o.id as organization_id, o.name as organization_name
    from accounts."user" u
    left join accounts.member m on m.user_id = u.id
    left join accounts.organization o on o.id = m.organization_id
    where u.id = ${userId} and u.banned is not true
    order by m.created_at, m.id
    limit 1
  `.execute(database.kysely)
  const [row] = rows
  if (row === undefined) return null
  const { id, name, email, role, organization_id, organization_name } = row
  const organization =
    organization_id === null || organization_name === null
      ? null
      : { id: organization_id, name: organization_name }
  return { kind: 'person', user: { id, name, email, supportRole: role === 'support' }, organization }
}

async function findOrganization(database: Database, id: string): Promise<Organization | null> {
  const { rows } = await sql<Organization>`
    select id, name from accounts.organization where id = ${id}`.execute(database.kysely)
  return rows[0] ?? null
}

/** A key is also called invalid when it could not be looked up; a program must not take that for a withdrawal. */
async function requireReachable(database: Database): Promise<void> {
  await sql`select 1`.execute(database.kysely)
}

function digest(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url')
}
