import type { inOrganization } from '@stella/database'

/** A transaction within one organization, as `inOrganization` hands it to its callback. */
export type Transaction = Parameters<Parameters<typeof inOrganization>[2]>[0]
