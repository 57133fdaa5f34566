import type { ConnectionView } from '@stella/bookkeeping'
import type { Language } from '@stella/texts'
import type { z } from 'zod'
import { mendingOf } from '../causes/mending.ts'
import { causeSentences, causeText } from '../causes/present.ts'
import type { Connection } from './contract.ts'

/** The connection of an organization, without its codes; null is none. */
export function presentConnection(
  connection: ConnectionView | null,
  language: Language,
): z.infer<typeof Connection> {
  return {
    state: connection?.state ?? 'none',
    pausedReason: pausedReason(connection?.pausedCause ?? null, language),
    username: connection?.usernameHint ?? null,
    activatedAt: connection?.activatedAt.toISOString() ?? null,
    lastTestedAt: connection?.lastTestedAt?.toISOString() ?? null,
    nextTestAt: connection?.nextTestAt?.toISOString() ?? null,
    relationsFrom: connection?.relationsFrom ?? 'draft',
    testProblem: reason(connection?.testCause ?? null, language),
    debtorsAccount: connection?.debtorsAccount ?? null,
    revenueAccount: connection?.revenueAccount ?? null,
  }
}

function pausedReason(cause: string | null, language: Language) {
  const given = reason(cause, language)
  return given && { ...given, mending: mendingOf({ cause }, {}) }
}

function reason(cause: string | null, language: Language) {
  const message = causeText(causeSentences(cause, language))
  return cause === null || message === null ? null : { code: cause, message }
}
