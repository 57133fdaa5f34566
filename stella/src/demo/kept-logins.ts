import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import type { ScenarioName } from './scenario.ts'

/** A business that was begun, with what its owner signs in with. */
export interface KeptLogin {
  scenario: ScenarioName
  email: string
  password: string
  /** False until all of it was made: somebody may have stopped the command halfway. */
  finished: boolean
}

/** The logins of the businesses made in this data folder, for this computer's user only. */
export function readLogins(file: string): KeptLogin[] {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as KeptLogin[]) : []
}

/** Writes one login in place of the one with the same address; whole or not at all. */
export function keepLogin(file: string, login: KeptLogin): void {
  const others = readLogins(file).filter(({ email }) => email !== login.email)
  const own = `${file}.${process.pid}`
  writeFileSync(own, JSON.stringify([...others, login], null, 2), { mode: 0o600 })
  renameSync(own, file)
}
