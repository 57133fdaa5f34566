import {
  decideAfterFailedLookUp,
  decideAfterLookUp,
  type Sighting,
} from '../deliveries/decide-after-look-up.ts'
import { decideAfterMissed } from '../deliveries/decide-after-missed.ts'
import type { FoundRelation } from '../ports/books.ts'
import { readingOf } from '../ports/clock.ts'
import type { OpenRelation } from '../ports/store.ts'
import { knownAs, relationCommit } from './relation-commit.ts'
import { momentAt, type Turn, type Worked } from './turn.ts'

/**
 * Looks in the books whether a relation is there: by its id, when the books told it, as people may change its code;
 * or else by its code, which is ours alone.
 */
export async function lookUpRelation(turn: Turn, relation: OpenRelation): Promise<Worked> {
  const { books, claim, clock, connection, store, unknowns } = turn
  const asked = readingOf(clock)
  const observed = unknowns.observed(relation.id, relation.delivery, asked.monotonic)
  const said = await books.findRelations(knownAs(relation), claim.signal)
  const at = clock.now()
  if (!said.ok) {
    const decision = decideAfterFailedLookUp(relation.delivery, said.failure, momentAt(turn, at))
    const commit = relationCommit(relation, decision, { at, connection, exchanges: said.exchanges })
    return { committed: await store.commit(claim.lane, commit), health: decision.health }
  }
  const moment = momentAt(turn, asked.now)
  const sighting = sightingOf(said.value)
  const decision =
    relation.state === 'missed'
      ? decideAfterMissed(relation.delivery, sighting, asked.now)
      : decideAfterLookUp(relation.delivery, sighting, moment, observed)
  unknowns.learn(relation.id, decision, asked.monotonic)
  const commit = relationCommit(relation, decision, {
    at,
    connection,
    found: said.value[0] ?? null,
    exchanges: said.exchanges,
  })
  return { committed: await store.commit(claim.lane, commit), health: decision.health }
}

function sightingOf(found: readonly FoundRelation[]): Sighting {
  if (found.length === 0) return { kind: 'nothing' }
  return found.length === 1 ? { kind: 'ours' } : { kind: 'contradiction', cause: 'found_twice' }
}
