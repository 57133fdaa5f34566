import { isCauseCode } from '@stella/bookkeeping'
import {
  announceActivities,
  changePauseNotice,
  findPersonInCharge,
  inOrganization,
  type PersonInCharge,
  recordActivity,
} from '@stella/database'
import type { LetterJob } from '../jobs/queues.ts'
import { letterLanguage } from '../letters/letter-language.ts'
import { pauseLetter } from '../letters/pause-letter.ts'
import { type Attempt, type LetterParts, sendOrRetry } from '../letters/send-or-retry.ts'
import type { Letter } from '../post/post.ts'
import { stillToTell, type ToTell } from './still-to-tell.ts'

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
  const letter = letterFor(parts, job, found)
  const outcome = await sendOrRetry(parts, letter, { called: 'letter', fields: fieldsOf(job) }, attempt)
  if (outcome === 'sent') await markTold(parts, job)
  else await recordGivenUp(parts, job, found, outcome)
}

function letterFor(
  { now, publicUrl }: LetterParts,
  job: LetterJob,
  { toTell: { pause }, person }: { toTell: ToTell; person: PersonInCharge },
): Letter {
  const language = letterLanguage(person)
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

async function markTold({ database, now }: LetterParts, job: LetterJob): Promise<void> {
  await inOrganization(database, job.organizationId, (tx) =>
    changePauseNotice(tx, job.noticeId, { from: ['addressed'], to: 'told', at: now() }),
  )
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
