import { findCaseToTell, findColleague, inOrganization } from '@stella/database'
import { type Language, languages } from '@stella/texts'
import type { CaseJob } from '../jobs/queues.ts'
import { caseLetter } from '../letters/case-letter.ts'
import type { Attempt, LetterParts } from '../pause-notices/send-letter.ts'

/**
 * Tells whoever asked what the support did; not who works there no longer.
 *
 * @throws Error when it could not be sent now; whoever called tries again later
 */
export async function sendCaseLetter(parts: LetterParts, job: CaseJob, attempt: Attempt): Promise<void> {
  const { database, log, now, post, publicUrl } = parts
  const { about, at, caseId, organizationId } = job
  const fields = { organizationId, caseId, about }
  const found = await inOrganization(database, organizationId, async (tx) => {
    const told = await findCaseToTell(tx, caseId)
    const person = told && (await findColleague(tx, organizationId, told.openedBy))
    return told && person ? { told, person } : null
  })
  if (found === null) return log.info('letter of a case no longer needed', fields)
  const { person, told } = found
  const { email, name, organizationName: organization } = person
  const language: Language = languages.find((known) => known === person.language) ?? 'nl'
  const sent = await post.send({
    ...caseLetter({
      language,
      name,
      organization,
      about,
      told,
      address: `${publicUrl}/hulp/zaken/${caseId}`,
    }),
    language,
    to: { name, address: email },
    date: now(),
    key: `case.${caseId}.${about}.${at}`,
  })
  if (sent.outcome === 'sent') return log.info('letter of a case sent', { ...fields, where: sent.where })
  const tried = { ...fields, reason: sent.reason, tries: attempt.retryCount + 1 }
  if (sent.outcome === 'failed' && attempt.retryCount < attempt.retryLimit) {
    log.warn('letter of a case not sent, tried again later', tried)
    throw new Error(sent.reason)
  }
  log.error('letter of a case given up', tried)
}
