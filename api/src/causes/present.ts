import { isCauseCode, mayBeInBooks } from '@stella/bookkeeping'
import type { Explanation } from '@stella/support-desk'
import { type Language, type Texts, textsIn } from '@stella/texts'
import { type Concerned, mendingOf, type Reason } from './mending.ts'

/** What happened, why, and who must do what. */
export type CauseSentences = Texts['causes'][keyof Texts['causes']]

/** The sentences of a cause of the link, or of an organization that is no longer linked; null without a cause. */
export function causeSentences(
  cause: string | null,
  language: Language,
  subject: 'invoice' | 'relation' = 'invoice',
): CauseSentences | null {
  if (cause === null) return null
  const { api, causes, relationCauses } = textsIn(language)
  if (cause === 'disconnected') return api.disconnected
  const known = subject === 'relation' ? { ...causes, ...relationCauses } : causes
  return isKnown(cause, known) ? known[cause] : causes.refused_without_known_reason
}

/** A cause as the API answers it at an invoice. */
export function presentCause(reason: Reason, concerned: Concerned, language: Language) {
  const { cause } = reason
  const sentences = causeSentences(cause, language)
  if (cause === null || sentences === null) return null
  const { what, why, next } = sentences
  return {
    code: cause,
    title: what,
    why,
    detail: next,
    mayBeBooked: isCauseCode(cause) && mayBeInBooks(cause),
    mending: mendingOf(reason, concerned),
  }
}

/** A cause as one text, for where there is room for no more. */
export function causeText(sentences: Pick<CauseSentences, 'why' | 'next'> | null): string | null {
  return sentences === null ? null : `${sentences.why} ${sentences.next}`
}

/** A cause as the support desk sees it, with the code of the service and who must act. */
export function presentExplanation(
  explanation: Explanation | null,
  { concerned, subject }: { concerned: Concerned; subject: 'invoice' | 'relation' },
  language: Language,
) {
  const sentences = causeSentences(explanation?.code ?? null, language, subject)
  if (explanation === null || sentences === null) return null
  const { code, serviceCode, actor } = explanation
  const mending = mendingOf({ cause: code, causeCode: serviceCode }, concerned)
  return {
    code,
    serviceCode,
    title: sentences.what,
    detail: sentences.why,
    actor,
    // The support is told what the support must do, also where somebody else must act.
    action: textsIn(language).supportActions[code],
    mayBeBooked: mayBeInBooks(code),
    mending,
  }
}

function isKnown<Table extends object>(code: string, table: Table): code is keyof Table & string {
  return Object.hasOwn(table, code)
}
