import { DatabaseError } from '../errors/database-error.ts'
import { openDatabase } from '../pools/open-database.ts'
import { expectedGrants } from './expected-grants.ts'
import { grantsIn } from './granted.ts'

/**
 * Refuses a database in which a role lacks a right that the migrations gave it: a dump restored on a server that had
 * no such roles then, or restored without its rights. Its policies are gone as well, so the rights alone would not
 * mend it. What somebody gave besides is no concern of ours.
 *
 * @param ownerUrl of a migrated database
 * @throws DatabaseError `rights_missing`
 */
export async function requireGrants(ownerUrl: string): Promise<void> {
  const owner = openDatabase({ url: ownerUrl, role: 'owner', maxConnections: 1 })
  try {
    const granted = await grantsIn(owner)
    for (const [role, objects] of Object.entries(expectedGrants)) {
      for (const [object, rights] of Object.entries(objects)) {
        if (role === 'public') continue
        if (!covers(granted[role]?.[object] ?? '', rights))
          throw new DatabaseError('rights_missing', { role, object })
      }
    }
  } finally {
    await owner.close()
  }
}

/** Both as in `delete select(id, name)`; a right on all columns covers that on some. */
export function covers(granted: string, expected: string): boolean {
  const has = atomsOf(granted)
  return [...atomsOf(expected)].every((right) => has.has(right) || has.has(right.replace(/\(.*/, '')))
}

function atomsOf(rights: string): Set<string> {
  const atoms = [...rights.matchAll(/(\w+)(?:\(([^)]*)\))?/g)].flatMap(([, right = '', columns]) =>
    columns === undefined ? [right] : columns.split(', ').map((column) => `${right}(${column})`),
  )
  return new Set(atoms)
}
