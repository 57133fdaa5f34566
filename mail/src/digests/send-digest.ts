import { findPersonInCharge, inOrganization, isAnythingWaiting, waitingForPeople } from '@stella/database'
import type { DigestJob } from '../jobs/queues.ts'
import { digestLetter } from '../letters/digest-letter.ts'
import { letterLanguage } from '../letters/letter-language.ts'
import { type Attempt, type LetterParts, sendOrRetry } from '../letters/send-or-retry.ts'
import type { Letter } from '../post/post.ts'

/**
 * Sends the letter of a morning, of what waits by then; not where nothing does any more, or to who wishes none.
 *
 * @throws Error when it could not be sent now; whoever called tries again later
 */
export async function sendDigest(parts: LetterParts, job: DigestJob, attempt: Attempt): Promise<void> {
  const { database, log, now, publicUrl } = parts
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
  const language = letterLanguage(person)
  const { name, organizationName: organization } = person
  const letter: Letter = {
    ...digestLetter({ language, name, organization, at: now(), waiting, publicUrl }),
    language,
    to: { name, address: person.email },
    date: now(),
    key: `digest.${organizationId}.${userId}.${morning.slice(0, 10)}`,
  }
  await sendOrRetry(parts, letter, { called: 'digest', fields }, attempt)
}
