import { findCaseToTell, findColleague, inOrganization } from '@stella/database'
import type { CaseJob } from '../jobs/queues.ts'
import { caseLetter } from '../letters/case-letter.ts'
import { letterLanguage } from '../letters/letter-language.ts'
import { type Attempt, type LetterParts, sendOrRetry } from '../letters/send-or-retry.ts'
import type { Letter } from '../post/post.ts'

/**
 * Tells whoever asked what the support did; not who works there no longer.
 *
 * @throws Error when it could not be sent now; whoever called tries again later
 */
export async function sendCaseLetter(parts: LetterParts, job: CaseJob, attempt: Attempt): Promise<void> {
  const { database, log, now, publicUrl } = parts
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
  const language = letterLanguage(person)
  const letter: Letter = {
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
  }
  await sendOrRetry(parts, letter, { called: 'letter of a case', fields }, attempt)
}
