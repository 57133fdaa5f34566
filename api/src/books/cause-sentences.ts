import type { Explanation } from '@stella/support-desk'
import { type Language, type Texts, textsIn } from '@stella/texts'

/** What happened, why, and who must do what. */
export type CauseSentences = Texts['causes'][keyof Texts['causes']]

/** The sentences of a cause of the link, or of an organization that is no longer linked; null without a cause. */
export function causeSentences(cause: string | null, language: Language): CauseSentences | null {
  if (cause === null) return null
  const { api, causes } = textsIn(language)
  if (cause === 'disconnected') return api.disconnected
  return isKnown(cause, causes) ? causes[cause] : causes.refused_without_known_reason
}

/** A cause as the API answers it at an invoice. */
export function presentCause(cause: string | null, language: Language) {
  const sentences = causeSentences(cause, language)
  if (cause === null || sentences === null) return null
  return { code: cause, title: sentences.what, why: sentences.why, detail: sentences.next }
}

/** A cause as one text, for where there is room for no more. */
export function causeText(cause: string | null, language: Language): string | null {
  const sentences = causeSentences(cause, language)
  return sentences === null ? null : `${sentences.why} ${sentences.next}`
}

/** A cause as the support desk sees it, with the code of the service and who must act. */
export function presentExplanation(explanation: Explanation | null, language: Language) {
  const sentences = causeSentences(explanation?.code ?? null, language)
  if (explanation === null || sentences === null) return null
  const { code, serviceCode, actor } = explanation
  return { code, serviceCode, title: sentences.what, detail: sentences.why, actor, action: sentences.next }
}

function isKnown<Table extends object>(code: string, table: Table): code is keyof Table & string {
  return Object.hasOwn(table, code)
}
