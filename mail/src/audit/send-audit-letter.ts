import { findAnyPerson, inOrganization, listAuditSpan } from '@stella/database'
import type { AuditLetterJob } from '../jobs/queues.ts'
import { auditLetter } from '../letters/audit-letter.ts'
import { letterLanguage } from '../letters/letter-language.ts'
import { type Attempt, type LetterParts, sendOrRetry } from '../letters/send-or-retry.ts'
import type { Letter } from '../post/post.ts'
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
  const { database, log, now, publicUrl } = parts
  const { organizationId, upTo, userId } = job
  const { entries, person } = await inOrganization(database, organizationId, async (tx) => ({
    entries: (await listAuditSpan(tx, job)).filter(isTold),
    person: await findAnyPerson(tx, organizationId, userId),
  }))
  const fields = { organizationId, userId, upTo }
  if (person === null) return log.info('letter no longer needed', fields)
  const language = letterLanguage(person)
  const { name, organizationName: organization } = person
  const letter: Letter = {
    ...auditLetter({ language, name, organization, entries, publicUrl }),
    language,
    to: { name, address: person.email },
    date: now(),
    key: `audit.${organizationId}.${upTo}.${userId}`,
  }
  await sendOrRetry(parts, letter, { called: 'letter', fields }, attempt)
}
