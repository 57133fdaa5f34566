import { findPersonInCharge, inOrganization, isAnythingWaiting, waitingForPeople } from '@stella/database'
import { type Language, languages } from '@stella/texts'
import type { DigestJob } from '../jobs/queues.ts'
import { digestLetter } from '../letters/digest-letter.ts'
import type { Attempt, LetterParts } from '../pause-notices/send-letter.ts'

/**
 * Sends the letter of a morning, of what waits by then; not where nothing does any more, or to who wishes none.
 *
 * @throws Error when it could not be sent now; whoever called tries again later
 */
export async function sendDigest(parts: LetterParts, job: DigestJob, attempt: Attempt): Promise<void> {
  const { database, log, now, post, publicUrl } = parts
  const { organizationId, userId, morning } = job
  const fields = { organizationId, userId }
  const found = await inOrganization(database, organizationId, async (tx) => {
    const person = await findPersonInCharge(tx, organizationId, userId)
    return { person, waiting: await waitingForPeople(tx, now()) }
  })
  const { person, waiting } = found
  if (person === null || !person.digest || !isAnythingWaiting(waiting)) {
    log.info('digest no longer needed', fields)
    return
  }
  const language: Language = languages.find((known) => known === person.language) ?? 'nl'
  const { name, organizationName: organization } = person
  const sent = await post.send({
    ...digestLetter({ language, name, organization, at: now(), waiting, publicUrl }),
    language,
    to: { name, address: person.email },
    date: now(),
    key: `digest.${organizationId}.${userId}.${morning.slice(0, 10)}`,
  })
  if (sent.outcome === 'sent') return log.info('digest sent', { ...fields, where: sent.where })
  const tried = { ...fields, reason: sent.reason, tries: attempt.retryCount + 1 }
  if (sent.outcome === 'failed' && attempt.retryCount < attempt.retryLimit) {
    log.warn('digest not sent, tried again later', tried)
    throw new Error(sent.reason)
  }
  log.error('digest given up', tried)
}
