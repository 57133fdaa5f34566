import type { z } from 'zod'
import type { ApiKey as Answer } from './contract.ts'
import type { ApiKey } from './store.ts'

/** A key without the secret itself. */
export function presentApiKey(key: ApiKey, now: Date): z.infer<typeof Answer> {
  const { id, name, start, scope, personName, createdAt, lastUsedAt, expiresAt } = key
  return {
    id,
    name,
    start,
    scope,
    personName,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
    expiresAt: expiresAt?.toISOString() ?? null,
    isExpired: expiresAt !== null && expiresAt <= now,
  }
}
