import { isCauseCode, type Log } from '@stella/bookkeeping'
import {
  announceActivities,
  changePauseNotice,
  type Database,
  findPersonInCharge,
  inOrganization,
  type PersonInCharge,
  recordActivity,
} from '@stella/database'
import { type Language, languages } from '@stella/texts'
import type { LetterJob } from '../jobs/queues.ts'
import { pauseLetter } from '../letters/pause-letter.ts'
import type { Letter, Post } from '../post/post.ts'
import { stillToTell, type ToTell } from './still-to-tell.ts'

export type LetterParts = {
  readonly database: Database
  readonly post: Post
  /** The address people use, without a trailing slash. */
  readonly publicUrl: string
  readonly now: () => Date
  readonly log: Log
}

/** How often this letter was tried before, and whether it will be tried again. */
export type Attempt = { readonly retryCount: number; readonly retryLimit: number }

/**
 * Sends one letter if it is still of use.
 *
 * @throws Error when it could not be sent now; whoever called tries again later
 */
export async function sendLetter(parts: LetterParts, job: LetterJob, attempt: Attempt): Promise<void> {
  const found = await inOrganization(parts.database, job.organizationId, async (tx) => {
    const toTell = await stillToTell(tx, job.noticeId)
    const person = await findPersonInCharge(tx, job.organizationId, job.userId)
    return toTell === null || person === null ? null : { toTell, person }
  })
  if (found === null) {
    parts.log.info('letter no longer needed', fieldsOf(job))
    return
  }
  const sent = await parts.post.send(letterFor(parts, job, found))
  if (sent.outcome === 'sent') return markTold(parts, job, sent.where)
  const fields = { ...fieldsOf(job), reason: sent.reason, tries: attempt.retryCount + 1 }
  if (sent.outcome === 'failed' && attempt.retryCount < attempt.retryLimit) {
    parts.log.warn('letter not sent, tried again later', fields)
    throw new Error(sent.reason)
  }
  parts.log.error('letter given up', fields)
  await recordGivenUp(parts, job, found, sent.outcome)
}

function letterFor(
  { now, publicUrl }: LetterParts,
  job: LetterJob,
  { toTell: { pause }, person }: { toTell: ToTell; person: PersonInCharge },
): Letter {
  const language: Language = languages.find((known) => known === person.language) ?? 'nl'
  const words = pauseLetter({
    language,
    name: person.name,
    organization: person.organizationName,
    cause: isCauseCode(pause.cause) ? pause.cause : 'codes_not_verified',
    since: pause.since,
    resumesAt: pause.nextTestAt,
    publicUrl,
  })
  return {
    ...words,
    language,
    to: { name: person.name, address: person.email },
    date: now(),
    key: `pause.${job.noticeId}.${job.userId}`,
  }
}

async function markTold({ database, log, now }: LetterParts, job: LetterJob, where: string): Promise<void> {
  await inOrganization(database, job.organizationId, (tx) =>
    changePauseNotice(tx, job.noticeId, { from: ['addressed'], to: 'told', at: now() }),
  )
  log.info('letter sent', { ...fieldsOf(job), where })
}

/** The owner sees in the log of activities that somebody was not reached, and who. */
async function recordGivenUp(
  { database, now }: LetterParts,
  job: LetterJob,
  { toTell, person }: { toTell: ToTell; person: PersonInCharge },
  outcome: 'refused' | 'failed' | 'unknown',
): Promise<void> {
  await inOrganization(database, job.organizationId, (tx) =>
    recordActivity(tx, {
      kind: 'mail_not_delivered',
      subjectId: toTell.pause.connectionId,
      at: now(),
      parameters: { recipient: person.name, address: person.email, refused: outcome === 'refused' },
    }),
  )
  void announceActivities(database, job.organizationId)
}

/** Ids only: the operator's log names nobody. */
function fieldsOf({ organizationId, noticeId, userId }: LetterJob) {
  return { organizationId, noticeId, userId }
}
