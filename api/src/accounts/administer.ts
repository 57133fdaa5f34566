import type { Database } from '@stella/database'
import type { FastifyBaseLogger } from 'fastify'
import { ApiError } from '../http/api-error.ts'
import { logWithoutSecrets } from '../http/log.ts'
import { createApiKeyIn, type NewApiKey } from './api-keys.ts'
import { type Authentication, createAuthentication } from './authentication.ts'
import { type CreatedAccount, createAccountIn, type NewAccount } from './create-account.ts'

// For the program itself, which makes accounts and keys from the command line without a server.

export type AccountsOptions = {
  /** Role `stella_accounts`. */
  database: Database
  /** The same as the API's: cookies and keys are checked with it. */
  secret: string
  log: FastifyBaseLogger
}

/**
 * Makes an account as people do themselves; only from here it can have the support role, or no organization.
 *
 * @throws ApiError `invalid_fields`, `email_taken`
 */
export async function createAccount(
  options: AccountsOptions,
  account: NewAccount,
): Promise<Omit<CreatedAccount, 'cookies'>> {
  const { userId, organizationId } = await createAccountIn(await open(options), account)
  return { userId, organizationId }
}

/**
 * Makes an API key for an organization: the one with this id, or the one this person belongs to.
 *
 * @throws ApiError `not_found`, `invalid_fields`
 */
export async function createApiKey(
  options: AccountsOptions,
  { name, ...whose }: { name: string } & ({ organizationId: string } | { email: string }),
): Promise<NewApiKey & { organizationId: string }> {
  const organizationId =
    'email' in whose ? await organizationOf(options.database, whose.email) : whose.organizationId
  const key = await createApiKeyIn(await open(options), options.database, organizationId, name)
  return { ...key, organizationId }
}

function open({ log, ...options }: AccountsOptions): Promise<Authentication> {
  return createAuthentication({ ...options, log: logWithoutSecrets(log) })
}

async function organizationOf(database: Database, email: string): Promise<string> {
  const row = await database.kysely
    .selectFrom('accounts.member')
    .innerJoin('accounts.user', 'accounts.user.id', 'accounts.member.user_id')
    .select('accounts.member.organization_id')
    .where('accounts.user.email', '=', email.trim().toLowerCase())
    .orderBy('accounts.member.created_at')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined) throw new ApiError('not_found')
  return row.organization_id
}
