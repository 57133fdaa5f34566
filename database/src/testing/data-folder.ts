import { mkdtempSync, readdirSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Where Linux keeps files in memory. */
const memory = '/dev/shm'
/** What the databases of a run of tests take at a time, with what the server writes ahead, is under one gigabyte. */
const ENOUGH_BYTES = 3_000_000_000

/**
 * Makes a folder for the data of a server that tests throw away: in memory where there is room, since most of what a
 * test database costs is to write its files; nothing in it need outlive a power cut. Otherwise in the system's folder
 * for temporary files.
 *
 * @param where `on disk` for whoever measures what writing costs
 */
export function makeDataFolder(prefix: string, where: 'in memory' | 'on disk' = 'in memory'): string {
  return mkdtempSync(join(where === 'in memory' && hasRoom() ? memory : tmpdir(), prefix))
}

/** The folders that were made so, by this or another process. */
export function dataFolders(prefix: string): string[] {
  return [memory, tmpdir()].flatMap((folder) => {
    try {
      return readdirSync(folder)
        .filter((name) => name.startsWith(prefix))
        .map((name) => join(folder, name))
    } catch {
      return []
    }
  })
}

function hasRoom(): boolean {
  try {
    const { bavail, bsize } = statfsSync(memory)
    return bavail * bsize >= ENOUGH_BYTES
  } catch {
    return false
  }
}
