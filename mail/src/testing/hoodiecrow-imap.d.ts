declare module 'hoodiecrow-imap' {
  import type { Server } from 'node:net'

  type Stored = { raw: string; flags: string[]; internaldate: Date }

  /** A real IMAP server that keeps its mailbox in memory. */
  export default function hoodiecrow(options: {
    plugins: string[]
    storage: { INBOX: { messages: Stored[] } }
  }): { listen(port: number, host: string): void; server: Server }
}
