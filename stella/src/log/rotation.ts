import { existsSync, renameSync, rmSync, statSync } from 'node:fs'

/** Larger: one file becomes unhandy in an editor. Smaller: a bad hour pushes yesterday out of reach. */
const largestBytes = 10_000_000
/** Together at most 50 MB: enough for weeks of quiet, small enough for any disk. */
const oldFilesKept = 4

/**
 * Moves a log that has grown too large aside: `stella.log` becomes `stella.log.1`, and the oldest one goes.
 * Says whether it did, so that the writer opens the file anew.
 */
export function rotateWhenLarge(file: string, limitBytes = largestBytes): boolean {
  if (!existsSync(file) || statSync(file).size < limitBytes) return false
  rmSync(`${file}.${oldFilesKept}`, { force: true })
  for (let number = oldFilesKept - 1; number >= 1; number--) {
    if (existsSync(`${file}.${number}`)) renameSync(`${file}.${number}`, `${file}.${number + 1}`)
  }
  renameSync(file, `${file}.1`)
  return true
}
