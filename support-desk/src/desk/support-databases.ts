import type { Database } from '@stella/database'

/** The two pools the support desk works with. */
export interface SupportDatabases {
  /** Working as stella_support: reads failures of all organizations, changes nothing. */
  readonly support: Database
  /** Working as stella_app: what is done for an organization is done within it, with its own rights. */
  readonly app: Database
}

/** Whose session it is that the support desk works in; their name stands in the organization's audit. */
export interface SupportSession {
  /** The token as it is stored. */
  readonly sessionTokenHash: string
}
