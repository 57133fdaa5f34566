import type { Database } from '@stella/database'
import type { Authentication } from '../accounts/authentication.ts'
import { ApiError } from '../http/api-error.ts'

export type ApiKey = { id: string; name: string; start: string; createdAt: Date; lastUsedAt: Date | null }

/** The key itself is only ever known here, when it is made: the table holds its SHA-256. */
export type NewApiKey = ApiKey & { key: string }

/**
 * Makes a key with which a program does all that a person of the organization can.
 *
 * @throws ApiError `invalid_fields` without a name, `not_found` without such an organization
 */
export async function createApiKeyIn(
  authentication: Authentication,
  database: Database,
  organizationId: string,
  givenName: string,
): Promise<NewApiKey> {
  const name = givenName.trim()
  if (name === '') throw new ApiError('invalid_fields', { fields: [{ path: 'name', code: 'required' }] })
  const userId = await findOwner(database, organizationId)
  const { key, ...row } = await authentication.api.createApiKey({ body: { name, organizationId, userId } })
  return { ...apiKeyOf(row), key }
}

/** The keys of an organization, the oldest first. */
export async function listApiKeys(database: Database, organizationId: string): Promise<ApiKey[]> {
  const rows = await database.kysely
    .selectFrom('accounts.api_key')
    .select(['id', 'name', 'start', 'created_at as createdAt', 'last_request as lastRequest'])
    .where('organization_id', '=', organizationId)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map(apiKeyOf)
}

/** Withdraws a key. Returns whether the organization had it. */
export async function deleteApiKey(database: Database, organizationId: string, id: string): Promise<boolean> {
  const result = await database.kysely
    .deleteFrom('accounts.api_key')
    .where('id', '=', id)
    .where('organization_id', '=', organizationId)
    .executeTakeFirst()
  return result.numDeletedRows > 0n
}

/** better-auth wants to know on whose behalf a key is made: that of an owner. */
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

type Row = {
  id: string
  name: string | null
  start: string | null
  createdAt: Date
  lastRequest: Date | null
}

function apiKeyOf({ id, name, start, createdAt, lastRequest }: Row): ApiKey {
  return { id, name: name ?? '', start: start ?? '', createdAt, lastUsedAt: lastRequest }
}
