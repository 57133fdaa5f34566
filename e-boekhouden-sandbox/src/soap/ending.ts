import type { Reply } from './reply.ts'

/** How an exchange ends on the wire. */
export type Ending =
  | { kind: 'answered'; reply: Reply }
  /** The connection is closed in order, with no answer. */
  | { kind: 'closed' }
  /** The connection is reset. */
  | { kind: 'reset' }
  /** Nothing happens for so long; then the connection is closed. */
  | { kind: 'held'; seconds: number }
