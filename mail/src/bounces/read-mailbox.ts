import { ImapFlow } from 'imapflow'

/** A mailbox to which mail comes back. */
export type Mailbox = {
  readonly host: string
  readonly port: number
  /** Whether TLS is spoken from the first byte; otherwise it is asked for, and required where the server is elsewhere. */
  readonly secure: boolean
  readonly user: string
  readonly password: string
}

/** Reports are younger: a server gives up after five days (RFC 5321, 4.5.4.1). */
const sinceDays = 14
/** Read at a time, the newest first; the others come with the next look. */
const mostAtOnce = 200
/** A report holds the mail it is about at most, without what was attached as a rule. */
const mostBytes = 2_000_000

/**
 * Hands on what came into a mailbox and nobody has read, as far as it may be a report of a mail server. What was read and
 * was one is marked as read; anything else stays as it is.
 *
 * @param read whether it was a report of a mail of ours
 * @param seen what was looked at before, by mailbox and place; it grows by what is looked at now
 */
export async function readMailbox(
  mailbox: Mailbox,
  { now, read, seen }: { now: Date; read: (source: Buffer) => Promise<boolean>; seen: Set<string> },
): Promise<void> {
  const { host, password, port, secure, user } = mailbox
  const client = new ImapFlow({ host, port, secure, auth: { user, pass: password }, logger: false })
  // What breaks is thrown by what was asked; without a listener it would end the program too.
  client.on('error', () => {})
  await client.connect()
  try {
    const lock = await client.getMailboxLock('INBOX')
    try {
      const since = new Date(now.getTime() - sinceDays * 86_400_000)
      const found = await client.search({ seen: false, since }, { uid: true })
      const uids = (found || []).toSorted((one, other) => other - one)
      const { mailbox: opened } = client
      const keyOf = (uid: number) => `${opened ? opened.uidValidity : 0n} ${uid}`
      for (const uid of uids.filter((it) => !seen.has(keyOf(it))).slice(0, mostAtOnce)) {
        const source = await sourceOf(client, uid)
        if (source !== null && (await read(source)))
          await client.messageFlagsAdd(uid, ['\\Seen'], { uid: true })
        seen.add(keyOf(uid))
      }
    } finally {
      lock.release()
    }
  } finally {
    await client.logout().catch(() => client.close())
  }
}

/** Of what may be a report: its kind and size are asked first. */
async function sourceOf(client: ImapFlow, uid: number): Promise<Buffer | null> {
  const head = await client.fetchOne(String(uid), { bodyStructure: true, size: true }, { uid: true })
  if (head === false) return null
  if (head.bodyStructure?.type !== 'multipart/report' || (head.size ?? 0) > mostBytes) return null
  const whole = await client.fetchOne(String(uid), { source: true }, { uid: true })
  return whole ? (whole.source ?? null) : null
}
