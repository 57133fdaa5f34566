import type { Database } from '@stella/database'

/** The two pools the support desk works with. */
export interface SupportDatabases {
  /** Working as stella_support: reads failures of all organizations, changes nothing. */
  readonly support: Database
  /** Working as stella_app: what is done for an organization is done within it, with its own rights. */
  readonly app: Database
}

/** Who of the support desk is at work; it stands in the organization's audit. */
export interface SupportUser {
  readonly id: string
  readonly name: string
}
