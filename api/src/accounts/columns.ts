// better-auth speaks camelCase; the tables of database/migrations/0001_accounts.sql are snake_case. A field that
// is missing here has the same name on both sides.

const created = { createdAt: 'created_at' }
const timestamps = { ...created, updatedAt: 'updated_at' }

export const userColumns = { ...timestamps, emailVerified: 'email_verified' }

export const sessionColumns = {
  ...timestamps,
  expiresAt: 'expires_at',
  ipAddress: 'ip_address',
  userAgent: 'user_agent',
  userId: 'user_id',
}

export const accountColumns = {
  ...timestamps,
  accountId: 'account_id',
  providerId: 'provider_id',
  userId: 'user_id',
  accessToken: 'access_token',
  refreshToken: 'refresh_token',
  idToken: 'id_token',
  accessTokenExpiresAt: 'access_token_expires_at',
  refreshTokenExpiresAt: 'refresh_token_expires_at',
}

export const verificationColumns = { ...timestamps, expiresAt: 'expires_at' }

export const organizationSchema = {
  organization: { fields: created },
  member: { fields: { ...created, organizationId: 'organization_id', userId: 'user_id' } },
  invitation: {
    fields: {
      ...created,
      organizationId: 'organization_id',
      expiresAt: 'expires_at',
      inviterId: 'inviter_id',
    },
  },
  session: { fields: { activeOrganizationId: 'active_organization_id' } },
}

export const adminSchema = {
  user: { fields: { banReason: 'ban_reason', banExpires: 'ban_expires' } },
  session: { fields: { impersonatedBy: 'impersonated_by' } },
}

export const apiKeySchema = {
  apikey: {
    modelName: 'api_key',
    fields: {
      ...timestamps,
      configId: 'config_id',
      referenceId: 'organization_id',
      refillInterval: 'refill_interval',
      refillAmount: 'refill_amount',
      lastRefillAt: 'last_refill_at',
      rateLimitEnabled: 'rate_limit_enabled',
      rateLimitTimeWindow: 'rate_limit_time_window',
      rateLimitMax: 'rate_limit_max',
      requestCount: 'request_count',
      lastRequest: 'last_request',
      expiresAt: 'expires_at',
    },
  },
}

export const twoFactorSchema = {
  user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
  twoFactor: {
    modelName: 'two_factor',
    fields: {
      userId: 'user_id',
      backupCodes: 'backup_codes',
      failedVerificationCount: 'failed_verification_count',
      lockedUntil: 'locked_until',
    },
  },
}
