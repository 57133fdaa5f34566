import type { z } from 'zod'
import type { ApiKey as Answer } from './contract.ts'
import type { ApiKey } from './store.ts'

/** A key without the secret itself. */
export function presentApiKey({ id, name, start, createdAt, lastUsedAt }: ApiKey): z.infer<typeof Answer> {
  return {
    id,
    name,
    start,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  }
}
