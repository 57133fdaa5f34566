import type { Log } from '../src/ports/log.ts'
import type { World } from './world.ts'

const FAILURE = 'the database failed: '

/** What the simulation does to a statement. Nothing else that the engine throws is anybody's doing but its own. */
export class DatabaseFailure extends Error {
  constructor(what: 'statement failed' | 'connection lost') {
    super(`${FAILURE}${what}`)
  }
}

/**
 * The log of a process, in which an exception stands only when the database failed. Without this an engine that
 * throws is an engine that tries again, and most of what it throws for goes unnoticed.
 */
export function logWithoutExceptions(world: World): Log {
  const look: Log['warn'] = (event, fields) => {
    const error = fields?.error
    if (typeof error === 'string' && !error.startsWith(FAILURE))
      world.violations.add(`${THROWN} ${event}: ${error}`)
  }
  return { info: () => {}, warn: look, error: look }
}

/** How the violation begins that an exception is. */
export const THROWN = 'I6 the engine threw,'
