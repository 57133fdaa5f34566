import { type CauseInAll, type Found, listAnswers, listCauses, lookUp } from '@stella/support-desk'
import type { Language } from '@stella/texts'
import { presentExplanation } from '../causes/present.ts'
import type { App } from '../http/app.ts'
import type { Context } from '../http/context.ts'
import { languageOf } from '../http/language.ts'
import * as contract from './desk-contract.ts'

/** What the support desk sees of all organizations together, and finds among them. */
export function supportDeskRoutes(app: App, { databases, now }: Context): void {
  app.get('/api/support/search', contract.searchSupport, async (request) => {
    const found = await lookUp(databases, request.query.search)
    const language = languageOf(request)
    return { items: found.map((one) => presentFound(one, language)) }
  })

  app.get('/api/support/causes', contract.listSupportCauses, async (request) => {
    const language = languageOf(request)
    const causes = await listCauses(databases)
    return { items: causes.flatMap((one) => presentCauseInAll(one, language)) }
  })

  app.get('/api/support/service', contract.listServiceAnswers, async () => {
    const quarters = await listAnswers(databases, now())
    return { items: quarters.map(({ quarter, ...counts }) => ({ at: quarter.toISOString(), ...counts })) }
  })
}

function presentFound(
  { bookingId, explanation, organization, relationId, since, state }: Found,
  language: Language,
) {
  const kind = bookingId !== null ? 'booking' : relationId !== null ? 'relation' : 'organization'
  const subject = kind === 'relation' ? 'relation' : 'invoice'
  return {
    kind: kind as 'booking' | 'relation' | 'organization',
    id: bookingId ?? relationId ?? organization.id,
    organization,
    state,
    since: since?.toISOString() ?? null,
    cause: presentExplanation(explanation, { concerned: {}, subject }, language),
  }
}

function presentCauseInAll({ bookings, explanation, since, ...counts }: CauseInAll, language: Language) {
  const cause = presentExplanation(explanation, { concerned: {}, subject: 'invoice' }, language)
  return cause === null ? [] : [{ ...counts, cause, invoices: bookings, since: since.toISOString() }]
}
