import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { systemCodeOf } from '../failures/program-failure.ts'

/**
 * The text of a file that only this user may read; made when it is not there. It comes into being whole or not
 * at all, so a process killed meanwhile leaves no half secret.
 */
export function readOrMake(file: string, make: () => string): string {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (error) {
    if (systemCodeOf(error) !== 'ENOENT') throw error
  }
  const own = `${file}.${process.pid}`
  writeFileSync(own, `${make()}\n`, { mode: 0o600 })
  try {
    linkSync(own, file)
  } catch (error) {
    if (systemCodeOf(error) !== 'EEXIST') throw error
  } finally {
    rmSync(own, { force: true })
  }
  return readFileSync(file, 'utf8').trim()
}
