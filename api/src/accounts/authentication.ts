import { createHash } from 'node:crypto'
import { apiKey } from '@better-auth/api-key'
import type { Database } from '@stella/database'
import { type BetterAuthOptions, betterAuth } from 'better-auth'
import { getAdapter } from 'better-auth/db/adapter'
import { admin, organization, twoFactor } from 'better-auth/plugins'
import { adminAc, userAc } from 'better-auth/plugins/admin/access'
import type { FastifyBaseLogger } from 'fastify'
import {
  accountColumns,
  adminSchema,
  apiKeySchema,
  organizationSchema,
  sessionColumns,
  twoFactorSchema,
  userColumns,
  verificationColumns,
} from './columns.ts'
import { withHashedSessionTokens } from './hashed-session-tokens.ts'
import { type AccountLetters, findAddressee, forgetResets } from './letters.ts'
import { maxPasswordLength, minPasswordLength, passwords } from './passwords.ts'

/** Two weeks without a visit end a session; a visit renews it at most once a day. */
const sessionLifeSeconds = 14 * 24 * 3600
const sessionRenewalSeconds = 24 * 3600

/** Long enough for slow mail and a walk to the computer, short enough for a mailbox that others read later. */
const resetLifeSeconds = 3600

/** Between the password and the code: time to find the phone. */
const challengeLifeSeconds = 600

/** What every key begins with, so that a person and a scanner for secrets recognise it. */
const apiKeyPrefix = 'stella_'

/** Letters after the prefix: 364 bits, far more than can be guessed. */
const apiKeyLetters = 64

export const apiKeyLength = apiKeyPrefix.length + apiKeyLetters

export type AuthenticationOptions = {
  /** A pool of the role `stella_accounts`. */
  database: Database
  /** Signs cookies; at least 32 characters, the same for every process that serves the same people. */
  secret: string
  /** Of newer keys, the newest last: what is encrypted is encrypted with that one, while the cookies stay good. */
  newerSecrets?: readonly string[] | undefined
  log: FastifyBaseLogger
  letters: AccountLetters
}

export type Authentication = Awaited<ReturnType<typeof createAuthentication>>

/**
 * better-auth over our tables. It is called as functions; none of its own routes is open to the outside, so what
 * people can reach is what api/openapi.json says.
 */
export async function createAuthentication({
  database,
  secret,
  newerSecrets = [],
  log,
  letters,
}: AuthenticationOptions) {
  const secrets = [secret, ...newerSecrets].map((value) => ({ version: versionOf(value), value }))
  const options = {
    appName: 'Stella',
    secret,
    secrets,
    // Only used to build links, of which none is sent; a fixed value keeps requests from deciding it.
    baseURL: 'http://stella.invalid',
    telemetry: { enabled: false },
    // Its messages name addresses of people, so only failures are logged, without their arguments.
    logger: { level: 'error', log: (_level, message) => log.error({ source: 'better-auth' }, message) },
    rateLimit: { enabled: false },
    advanced: { cookiePrefix: 'stella', useSecureCookies: false, database: { generateId: 'uuid' } },
    user: { fields: userColumns },
    session: {
      fields: sessionColumns,
      expiresIn: sessionLifeSeconds,
      updateAge: sessionRenewalSeconds,
    },
    account: { fields: accountColumns },
    // With a stolen copy of the table nobody can choose a password.
    verification: { fields: verificationColumns, storeIdentifier: 'hashed' },
    emailAndPassword: {
      enabled: true,
      minPasswordLength,
      maxPasswordLength,
      password: passwords,
      resetPasswordTokenExpiresIn: resetLifeSeconds,
      // Whoever knew the old password is out.
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: async ({ user, token }) => {
        const addressee = await findAddressee(database, user.id)
        if (addressee !== null) letters.passwordReset(addressee, token)
      },
      onPasswordReset: async ({ user }) => {
        await forgetResets(database, user.id)
        const addressee = await findAddressee(database, user.id)
        if (addressee !== null) letters.passwordChanged(addressee)
      },
    },
  } satisfies BetterAuthOptions
  const plugins = [
    organization({ schema: organizationSchema }),
    admin({ schema: adminSchema, roles: { support: adminAc, user: userAc }, adminRoles: ['support'] }),
    twoFactor({ schema: twoFactorSchema, twoFactorCookieMaxAge: challengeLifeSeconds }),
    apiKey({
      schema: apiKeySchema,
      references: 'organization',
      defaultPrefix: apiKeyPrefix,
      defaultKeyLength: apiKeyLetters,
      rateLimit: { enabled: false },
      startingCharactersConfig: { shouldStore: true, charactersLength: apiKeyPrefix.length + 4 },
      maximumNameLength: 100,
    }),
  ]
  const adapter = await getAdapter({
    ...options,
    plugins,
    database: { db: database.kysely, type: 'postgres', schemaName: 'accounts', transaction: true },
  })
  const authentication = betterAuth({
    ...options,
    plugins,
    database: () => withHashedSessionTokens(adapter),
  })
  const { secretConfig } = await authentication.$context
  const newest = secrets.at(-1)
  // It takes one of them for cookies and for what it encrypts; here these are two.
  if (typeof secretConfig !== 'string' && newest) secretConfig.currentVersion = newest.version
  return authentication
}

/** Names a secret in what is encrypted with it: a number that is the same wherever it stands. */
function versionOf(secret: string): number {
  return createHash('sha256').update(`stella name of a secret ${secret}`).digest().readUInt32BE() >>> 1
}
