/**
 * What a process does: everything, or the requests of people alone, or the work alone (booking, mail, imports and
 * exports, taking away what is kept no longer). Any number of each work side by side on one PostgreSQL.
 */
export type Duty = 'everything' | 'web' | 'work'

export function serves(duty: Duty): boolean {
  return duty !== 'work'
}

export function works(duty: Duty): boolean {
  return duty !== 'web'
}
