import { type Database, inOrganization, type Transaction } from '@stella/database'
import type { KeyScope } from '@stella/invoicing'
import { sql } from 'kysely'
import type { Authentication } from '../accounts/authentication.ts'
import { ApiError } from '../http/api-error.ts'

export type ApiKey = {
  id: string
  name: string
  start: string
  scope: KeyScope
  /** Whose key it is: it does no more than they may, and goes with them. */
  personName: string
  createdAt: Date
  lastUsedAt: Date | null
  expiresAt: Date | null
}

/** The key itself is only ever known here, when it is made: the table holds its SHA-256. */
export type NewApiKey = ApiKey & { key: string }

export type ApiKeyWish = {
  organizationId: string
  /** Whose it becomes; the first owner's where nobody is at work, as with a command. */
  userId: string | null
  name: string
  scope: KeyScope
  /** Whole days that it works; null for one that works until it is withdrawn. */
  days: number | null
}

/**
 * Makes a key with which a program does what its person may, as far as the scope goes.
 *
 * @throws ApiError `invalid_fields` without a name, `not_found` without such an organization
 */
export async function createApiKeyIn(
  authentication: Authentication,
  database: Database,
  { organizationId, userId: givenId, name: givenName, scope, days }: ApiKeyWish,
): Promise<NewApiKey> {
  const name = givenName.trim()
  if (name === '') throw new ApiError('invalid_fields', { fields: [{ path: 'name', code: 'required' }] })
  const userId = givenId ?? (await findOwner(database, organizationId))
  // better-auth asks whether this person may make keys of the organization in its own roles; here the table did.
  const made = await authentication.api.createApiKey({
    body: { name, organizationId, userId: await findOwner(database, organizationId) },
  })
  // Until its person is written down it opens nothing.
  await sql`
    update accounts.api_key set user_id = ${userId}, scope = ${scope},
      expires_at = created_at + make_interval(days => ${days}::integer)
    where id = ${made.id}`.execute(database.kysely)
  const keys = await inOrganization(database, organizationId, (tx) => listApiKeys(tx, organizationId))
  const row = keys.find(({ id }) => id === made.id)
  if (row === undefined) throw new ApiError('not_found')
  return { ...row, key: made.key }
}

/** The keys of an organization, the oldest first. */
export async function listApiKeys(tx: Transaction, organizationId: string): Promise<ApiKey[]> {
  const { rows } = await sql<ApiKey>`
    select k.id, coalesce(k.name, '') as name, coalesce(k.start, '') as start, k.scope,
      coalesce(u.name, '') as "personName", k.created_at as "createdAt", k.last_request as "lastUsedAt",
      k.expires_at as "expiresAt"
    from accounts.api_key k left join accounts."user" u on u.id = k.user_id
    where k.organization_id = ${organizationId} order by k.created_at, k.id`.execute(tx)
  return rows
}

/** Withdraws a key. Returns what it was; null where the organization had none such. */
export async function deleteApiKey(
  tx: Transaction,
  organizationId: string,
  id: string,
): Promise<{ name: string; scope: string } | null> {
  const { rows } = await sql<{ name: string; scope: string }>`
    delete from accounts.api_key where id = ${id} and organization_id = ${organizationId}
    returning coalesce(name, '') as name, scope`.execute(tx)
  return rows[0] ?? null
}

async function findOwner(database: Database, organizationId: string): Promise<string> {
  const row = await database.kysely
    .selectFrom('accounts.member')
    .select('user_id')
    .where('organization_id', '=', organizationId)
    .where('role', '=', 'owner')
    .orderBy('created_at')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined) throw new ApiError('not_found')
  return row.user_id
}
