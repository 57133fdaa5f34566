import { type Log, type Repeated, repeat, systemClock } from '@stella/bookkeeping'
import type { Database } from '@stella/database'
import { noteBounce } from './note-bounce.ts'
import { type Mailbox, readMailbox } from './read-mailbox.ts'
import { readReport } from './read-report.ts'

type WatchParts = { readonly database: Database; readonly log: Log; readonly now: () => Date }

/** A customer is called the same hour, not the same minute. */
const everyMs = 5 * 60 * 1_000

/** Looks in the mailbox for mails that came back. Any number of processes may: each mail is written down once. */
export function watchMailbox(mailbox: Mailbox, parts: WatchParts): Repeated {
  const { log, now } = parts
  const seen = new Set<string>()
  const read = (source: Buffer) => noteReport(source, parts)
  return repeat(() => readMailbox(mailbox, { now: now(), read, seen }), {
    clock: systemClock,
    everyMs,
    onFailure: (error) => log.warn('mailbox not readable', { reason: String(error) }),
  })
}

async function noteReport(source: Buffer, { database, log, now }: WatchParts): Promise<boolean> {
  const bounces = await readReport(source)
  const outcomes = []
  for (const bounce of bounces) outcomes.push(await noteBounce(database, bounce, now()))
  if (bounces.length > 0) log.info('mail came back', { news: outcomes.filter(Boolean).length })
  return outcomes.includes(true)
}
