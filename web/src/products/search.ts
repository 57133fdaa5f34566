import type { ListSearch, ProductView } from '../routing/paths.ts'
import { type Raw, viewedSearch } from '../routing/search.ts'

/** Which products are listed. */
export function productSearch(raw: Raw): ListSearch<ProductView> {
  return viewedSearch(raw, ['archief'])
}
