import pg from 'pg'
import { DatabaseError } from '../errors/database-error.ts'
import { databaseErrorOf } from '../errors/postgres-errors.ts'
import { underUpkeepLock } from '../migrations/upkeep-lock.ts'
import { parseDatabaseUrl } from '../pools/database-url.ts'
import { sessionSettings } from '../pools/session-settings.ts'
import { withClient } from '../pools/with-client.ts'
import { closeToOthers } from './close-to-others.ts'
import { dropUnusedLogins } from './drop-unused-logins.ts'
import { type LoginSecret, scramVerifier } from './login-secret.ts'
import { type WorkingRole, workingRoles } from './working-role.ts'

/** Where the pool of each role signs in. */
export interface Logins {
  /** The address with the role's own user and password. */
  urlOf(role: WorkingRole): string
}

/**
 * Makes a login for each role that has none yet, which can do what its role may and nothing else: whatever statement
 * is run on its connections, there is no way from it to another role or to the owner. Then signs in as each.
 *
 * On a server that shares its roles with other databases a login is named after this database and the secret, so that
 * nobody else's is touched, and a new secret has logins of its own while programs that still run use the old ones.
 *
 * @param ownerUrl of a user who may make roles, at least while a login is missing
 * @param secret null where the server knows by itself who connects (the embedded one)
 * @throws DatabaseError `logins_not_made`, `roles_of_another_owner`, `logins_refused`, `database_unreachable`, `database_refused`
 */
export async function ensureLogins(ownerUrl: string, secret: LoginSecret | null): Promise<Logins> {
  try {
    return await withClient(ownerUrl, 'logins', (client) =>
      underUpkeepLock(ownerUrl, () => ensureUnderLock(client, ownerUrl, secret)),
    )
  } catch (error) {
    throw databaseErrorOf(error)
  }
}

async function ensureUnderLock(
  client: pg.Client,
  ownerUrl: string,
  secret: LoginSecret | null,
): Promise<Logins> {
  const owner = await ownerOf(client)
  const nameOf = (role: WorkingRole) =>
    secret === null ? `${role}_login` : `${role}_${owner.database}_${secret.id}`
  const logins = workingRoles.map((role) => ({ role, name: nameOf(role) }))
  await makeMissing(client, owner, secret, logins)
  if (secret !== null)
    await ifAllowed(
      closeToOthers(
        client,
        logins.map(({ name }) => name),
      ),
    )
  const urlOf = (role: WorkingRole) => urlWithLogin(ownerUrl, nameOf(role), secret)
  await Promise.all(logins.map((login) => signIn(client, owner, secret, login, urlOf(login.role))))
  if (secret !== null && owner.makesRoles)
    await ifAllowed(dropUnusedLogins(client, owner.database, secret.id))
  return { urlOf }
}

interface Owner {
  readonly name: string
  /** The number of the database, which stays the same when it is renamed. */
  readonly database: string
  readonly makesRoles: boolean
  readonly serverVersion: number
}

interface Login {
  readonly role: WorkingRole
  readonly name: string
}

async function ownerOf(client: pg.Client): Promise<Owner> {
  const { rows } = await client.query<Owner>(
    `select current_user as name, rolsuper or rolcreaterole as "makesRoles",
       current_setting('server_version_num')::int as "serverVersion",
       (select oid::text from pg_database where datname = current_database()) as database
     from pg_roles where rolname = current_user`,
  )
  const [owner] = rows
  if (owner === undefined) throw new Error('the user of a connection is no role')
  return owner
}

async function makeMissing(
  client: pg.Client,
  owner: Owner,
  secret: LoginSecret | null,
  logins: readonly Login[],
): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    'select rolname as name from pg_roles where rolname = any($1)',
    [logins.map(({ name }) => name)],
  )
  const known = new Set(rows.map(({ name }) => name))
  for (const login of logins) {
    if (!known.has(login.name)) await makeLogin(client, owner, secret, login)
    if (owner.makesRoles) await ifAllowed(untilAlone(() => client.query(settingsOnly(login))))
  }
}

/** Nothing that somebody set for it with a statement of its own, for all its connections to come, and what we set. */
function settingsOnly({ role, name }: Login): string {
  const settings = sessionSettings(role).map(
    ([setting, value]) =>
      `alter role ${quoted(name)} set ${setting} to ${value
        .split(',')
        .map((part) => pg.escapeLiteral(part))
        .join(', ')}`,
  )
  return [`alter role ${quoted(name)} reset all`, ...settings].join('; ')
}

/** From PostgreSQL 16 on a member need not be able to become the role itself. */
const membersWithoutSet = 160_000

async function makeLogin(
  client: pg.Client,
  owner: Owner,
  secret: LoginSecret | null,
  { role, name }: Login,
): Promise<void> {
  const password = secret === null ? 'null' : `'${scramVerifier(secret.passwordOf(name))}'`
  const how = owner.serverVersion >= membersWithoutSet ? ' with inherit true, set false' : ''
  try {
    // Several statements at once are one transaction: there is never a login without its rights.
    await client.query(
      `create role ${quoted(name)} login inherit nosuperuser nocreatedb nocreaterole noreplication nobypassrls
         password ${password};
       grant ${role} to ${quoted(name)}${how}`,
    )
  } catch (error) {
    if (isDuplicate(error)) return // another process makes it at this very moment
    if (!isRefused(error)) throw error
    const code = owner.makesRoles ? 'roles_of_another_owner' : 'logins_not_made'
    throw new DatabaseError(code, { owner: owner.name }, { cause: error })
  }
}

/** Signs in as a login. One that changed its own password, which nothing can forbid it, gets the right one again. */
async function signIn(
  client: pg.Client,
  owner: Owner,
  secret: LoginSecret | null,
  { name }: Login,
  url: string,
): Promise<void> {
  const refusal = await refusalOf(url)
  if (refusal === undefined) return
  if (refusal.code === wrongPassword && secret !== null && owner.makesRoles) {
    await client.query(`alter role ${quoted(name)} password '${scramVerifier(secret.passwordOf(name))}'`)
    if ((await refusalOf(url)) === undefined) return
  }
  throw new DatabaseError('logins_refused', { login: name, reason: refusal.message }, { cause: refusal })
}

const wrongPassword = '28P01'

async function refusalOf(url: string): Promise<pg.DatabaseError | undefined> {
  try {
    await withClient(url, 'logins', async () => {})
    return undefined
  } catch (error) {
    if (error instanceof pg.DatabaseError) return error
    throw error
  }
}

/** The same server and database, another user. */
export function urlWithLogin(ownerUrl: string, name: string, secret: LoginSecret | null): string {
  const url = parseDatabaseUrl(ownerUrl)
  url.username = name
  url.password = secret === null ? '' : secret.passwordOf(name)
  return url.href
}

const quoted = pg.escapeIdentifier

function isDuplicate(error: unknown): boolean {
  return error instanceof pg.DatabaseError && (error.code === '42710' || error.code === '23505')
}

/**
 * Does what can be done again until nobody does the same at that very moment. The lock of the upkeep is one database's,
 * but roles are the server's, and an embedded server has the same ones for all its databases.
 */
async function untilAlone(work: () => Promise<unknown>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await work()
      return
    } catch (error) {
      if (!isAtOnce(error) || tries === MOST_AT_ONCE) throw error
    }
  }
}

/** Each try that fails lets one of the others through: as many starts at one moment as a server bears. */
const MOST_AT_ONCE = 100

/** PostgreSQL waits for another transaction that makes the same row; one that changes it is an internal error. */
function isAtOnce(error: unknown): boolean {
  if (!(error instanceof pg.DatabaseError)) return false
  return error.code === '23505' || (error.code === 'XX000' && /tuple concurrently/.test(error.message))
}

function isRefused(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === '42501'
}

/** For upkeep of what somebody else may have made: an administrator, or an earlier owner. */
async function ifAllowed(work: Promise<unknown>): Promise<void> {
  try {
    await work
  } catch (error) {
    if (!isRefused(error)) throw error
  }
}
