import { spawnSync } from 'node:child_process'
import { chownSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { folderError, type ServerFolders } from './folders.ts'

const map = 'stella'

/**
 * Who may sign in: whoever runs Stella on this computer, and root, as any user of the server, and nobody else. The
 * kernel says who asks, so there is no password to keep; and whoever could read one here, could do anything as well.
 * Written at each start, so that a folder of an earlier version gets them too, and no mistake in them stays.
 *
 * @returns the settings that name the files
 */
export function writeAccessFiles(folders: ServerFolders): Record<string, string> {
  const users = new Set(['root', nameOfThisUser()])
  return {
    hba_file: write(folders, 'stella-hba.conf', [`local all all peer map=${map}`]),
    ident_file: write(
      folders,
      'stella-ident.conf',
      [...users].map((user) => `${map} "${user}" all`),
    ),
  }
}

function write({ base, user }: ServerFolders, name: string, lines: readonly string[]): string {
  const file = path.join(base, name)
  try {
    writeFileSync(file, `${lines.join('\n')}\n`, { mode: 0o600 })
    if (user.uid !== undefined && user.gid !== undefined) chownSync(file, user.uid, user.gid)
    return file
  } catch (error) {
    throw folderError(base, error)
  }
}

/** As the server finds it for the process that asks. */
function nameOfThisUser(): string {
  return spawnSync('id', ['-un'], { encoding: 'utf8' }).stdout.trim()
}
