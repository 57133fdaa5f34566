import type { Explanation } from '@stella/support-desk'
import type { Language } from '@stella/texts'
import { textsIn } from '@stella/texts'

export type CauseSentences = { code: string; title: string; detail: string }

export function causeSentences(cause: string | null, language: Language): CauseSentences | null {
  if (cause === null) return null
  if (cause === 'disconnected') return { code: cause, ...textsIn(language).api.disconnected }
  return { code: cause, title: cause, detail: cause }
}

export function presentExplanation(explanation: Explanation | null, language: Language) {
  if (explanation === null) return null
  const { code, serviceCode, actor } = explanation
  return { code, serviceCode, title: code, detail: code, actor, action: code }
}
