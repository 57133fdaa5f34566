import type { OutboxSearch } from '../routing/paths.ts'
import type { Raw } from '../routing/search.ts'

/** The view of «Postvak». */
export function outboxSearch(raw: Raw): OutboxSearch {
  return raw.toon === 'mislukt' ? { toon: 'mislukt' } : {}
}
