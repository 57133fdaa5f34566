import { findAnyPerson, inOrganization, listAuditSpan } from '@stella/database'
import { type Language, languages } from '@stella/texts'
import type { AuditLetterJob } from '../jobs/queues.ts'
import { auditLetter } from '../letters/audit-letter.ts'
import type { Attempt, LetterParts } from '../pause-notices/send-letter.ts'
import { isTold } from './told.ts'

/**
 * Tells one person what changed, also one who was an owner until then.
 *
 * @throws Error when it could not be sent now; whoever called tries again later
 */
export async function sendAuditLetter(
  parts: LetterParts,
  job: AuditLetterJob,
  attempt: Attempt,
): Promise<void> {
  const { database, log, now, post, publicUrl } = parts
  const { organizationId, upTo, userId } = job
  const { entries, person } = await inOrganization(database, organizationId, async (tx) => ({
    entries: (await listAuditSpan(tx, job)).filter(isTold),
    person: await findAnyPerson(tx, organizationId, userId),
  }))
  const fields = { organizationId, userId, upTo }
  if (person === null) return log.info('letter no longer needed', fields)
  const language: Language = languages.find((known) => known === person.language) ?? 'nl'
  const { name, organizationName: organization } = person
  const sent = await post.send({
    ...auditLetter({ language, name, organization, entries, publicUrl }),
    language,
    to: { name, address: person.email },
    date: now(),
    key: `audit.${organizationId}.${upTo}.${userId}`,
  })
  if (sent.outcome === 'sent') return log.info('letter sent', { ...fields, where: sent.where })
  const tried = { ...fields, reason: sent.reason, tries: attempt.retryCount + 1 }
  if (sent.outcome === 'failed' && attempt.retryCount < attempt.retryLimit) {
    log.warn('letter not sent, tried again later', tried)
    throw new Error(sent.reason)
  }
  log.error('letter given up', tried)
}
