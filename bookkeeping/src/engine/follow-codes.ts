import type { ReadBack } from '../bookings/compare-mutation.ts'
import type { RemoteFailure } from '../causes/remote-failure.ts'
import type { Exchange } from '../ports/books.ts'
import type { UnverifiedBooking } from '../ports/store.ts'
import type { Turn } from './turn.ts'

type Followed =
  | {
      readonly ok: true
      readonly codes: ReadonlyMap<string, string>
      readonly exchanges: readonly Exchange[]
    }
  | { readonly ok: false; readonly failure: RemoteFailure; readonly exchanges: readonly Exchange[] }

/**
 * The codes that relations have by now whose mutations were read under another one: people may change a code, and
 * the id stays. One call for each such relation, by its row; what is not found by its id has none.
 */
export async function followCodes(
  { books, claim }: Turn,
  seen: readonly { readonly booking: UnverifiedBooking; readonly found: ReadBack }[],
): Promise<Followed> {
  const codes = new Map<string, string>()
  const exchanges: Exchange[] = []
  const others = seen.filter(({ found }) => found.kind === 'other_relation')
  const relations = new Map(others.map(({ booking: { relation } }) => [relation.rowId, relation]))
  for (const { rowId, id, code } of relations.values()) {
    if (id === null) continue
    const said = await books.findRelations({ id, code }, claim.signal)
    exchanges.push(...said.exchanges)
    if (!said.ok) return { ok: false, failure: said.failure, exchanges }
    const [relation] = said.value
    if (relation?.id === id) codes.set(rowId, relation.code)
  }
  return { ok: true, codes, exchanges }
}
