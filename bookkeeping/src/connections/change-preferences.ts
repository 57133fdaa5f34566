import { changeConnection, type Transaction } from '@stella/database'
import type { RelationsFrom } from './connection-view.ts'

/** How the link works, from the next invoice on. Returns whether there is a link. */
export function changeConnectionPreferences(
  tx: Transaction,
  { relationsFrom }: { readonly relationsFrom: RelationsFrom },
): Promise<boolean> {
  return changeConnection(tx, { from: ['active', 'paused'] }, { relations_from: relationsFrom })
}
