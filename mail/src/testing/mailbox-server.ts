import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import hoodiecrow from 'hoodiecrow-imap'

/** A real IMAP server with one mailbox, on the loopback interface. */
export interface MailboxServer {
  readonly mailbox: { host: string; port: number; secure: false; user: string; password: string }
  /** Which messages were read, by their place. */
  read(): boolean[]
  close(): Promise<void>
}

export async function startMailboxServer(messages: readonly string[]): Promise<MailboxServer> {
  const stored = messages.map((raw) => ({ raw, flags: [] as string[], internaldate: new Date() }))
  const imap = hoodiecrow({ plugins: ['ID', 'ENABLE'], storage: { INBOX: { messages: stored } } })
  imap.listen(0, '127.0.0.1')
  await once(imap.server, 'listening')
  const { port } = imap.server.address() as AddressInfo
  return {
    mailbox: { host: '127.0.0.1', port, secure: false, user: 'testuser', password: 'testpass' },
    read: () => stored.map(({ flags }) => flags.includes('\\Seen')),
    close: () => new Promise((resolve) => imap.server.close(() => resolve())),
  }
}
