import type { Codes } from '@stella/bookkeeping'

/** What links an organization to its administration. */
export type Linking = {
  readonly organizationId: string
  readonly codes: Codes
  /** Whether a person decided that other books than the linked ones are meant. */
  readonly areOther: boolean
}
