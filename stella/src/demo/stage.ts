import type { Seal } from '@stella/bookkeeping'
import type { Database } from '@stella/database'
import type { Logger } from 'pino'

/** What businesses are made with: everything of a Stella but its screens, and the sandbox. */
export interface Stage {
  databases: { app: Database; accounts: Database; support: Database; worker: Database }
  seal: Seal
  /** What session cookies are signed with. */
  secret: string
  publicUrl: string
  /** Where the sandbox has its screens, and below that its SOAP and its control. */
  sandboxUrl: string
  log: Logger
}
