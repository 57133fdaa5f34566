import {
  inTransaction,
  listCases,
  organizationNames,
  type Page,
  type PageRequest,
  type StoredCase,
} from '@stella/database'
import type { SupportDatabases } from '../desk/support-databases.ts'

/** A case in the list of the support desk, with whose it is where they consented. */
export interface ListedCase extends StoredCase {
  readonly organizationName: string | null
}

/**
 * The cases of all organizations, the one that was asked longest ago first: those that are open, or all.
 *
 * @throws DatabaseError `cursor_invalid`
 */
export function listSupportCases(
  { support }: Pick<SupportDatabases, 'support'>,
  request: PageRequest & { readonly closed?: boolean | undefined },
): Promise<Page<ListedCase>> {
  return inTransaction(support, async (tx) => {
    const page = await listCases(tx, request)
    const ids = [...new Set(page.items.map(({ organizationId }) => organizationId))]
    const names = await organizationNames(tx, ids)
    const items = page.items.map((it) => ({ ...it, organizationName: names.get(it.organizationId) ?? null }))
    return { ...page, items }
  })
}
