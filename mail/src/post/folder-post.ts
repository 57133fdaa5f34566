import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import { messageOf } from './message-of.ts'
import type { Letter, Post } from './post.ts'

/**
 * Keeps letters as files that any mail program opens, where no mail server is set: no letter is lost unseen. A
 * letter that is sent again takes the place of its file.
 */
export function folderPost({ folder, from }: { folder: string; from: string }): Post {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'unix' })
  return {
    leaves: false,
    async send(letter) {
      try {
        const { message } = await transport.sendMail(messageOf(letter, from))
        const file = join(folder, nameOf(letter))
        keep(file, message as Buffer)
        return { outcome: 'sent', where: file }
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error)
        return { outcome: 'failed', reason, cause: 'server_unreachable', said: null }
      }
    },
    check: async () => null,
    close: () => transport.close(),
  }
}

/** Letters hold names and addresses: for this computer's user only. The file is there whole, or not at all. */
function keep(file: string, message: Buffer): void {
  mkdirSync(join(file, '..'), { recursive: true, mode: 0o700 })
  const unfinished = `${file}.${process.pid}`
  writeFileSync(unfinished, message, { mode: 0o600 })
  renameSync(unfinished, file)
}

/** By day and hour, so that a folder lists them in order: `2026-11-22-1331-<key>.eml`, in UTC. */
function nameOf({ date, key }: Letter): string {
  const [day = '', time = ''] = date.toISOString().split('T')
  return `${day}-${time.slice(0, 5).replace(':', '')}-${key.replace(/[^\w.-]/g, '')}.eml`
}
