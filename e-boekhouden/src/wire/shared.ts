import { record, text } from './types.ts'

/** The result part of every answer; `UpdateRelatie` and `UpdateGrootboekrekening` answer with nothing else. */
export const cError = record({ LastErrorCode: text, LastErrorDescription: text })

/** What every request within a session begins with. */
export const access = { SessionID: text, SecurityCode2: text } as const
