import type { Change } from './change.ts'

/** A list for the terminal: each change in a line, what breaks at its end, nearest to what is said after it. */
export function changesToTell(since: string, changes: readonly Change[]): string[] {
  if (changes.length === 0) return [`The API says what it said at ${since}, in other words.`]
  const lines = (breaking: boolean) => changes.filter((it) => it.breaking === breaking).map(lineOf)
  return [`The API since ${since}:`, ...lines(false).sort(), ...lines(true).sort()]
}

function lineOf({ breaking, kind, subject, words }: Change): string {
  return `  ${breaking ? 'breaking' : kind}: ${subject} ${words}`
}
