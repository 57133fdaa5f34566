import { decideAccepted, decideAfterFailure, decideNotSent } from '../deliveries/decide-after-sending.ts'
import type { Intent, OpenRelation } from '../ports/store.ts'
import { relationCommit } from './relation-commit.ts'
import { laneLost, momentAt, type Turn, type Worked } from './turn.ts'

/** Adds a customer to the books, in the same order of steps as a booking: session, intent, claim, call. */
export async function sendRelation(turn: Turn, relation: OpenRelation): Promise<Worked> {
  const { books, chance, claim, clock, connection, store } = turn
  const opened = await books.open(claim.signal)
  if (!opened.ok) {
    const at = clock.now()
    const decision = decideNotSent(relation.delivery, opened.failure, momentAt(turn, at))
    const commit = relationCommit(relation, decision, { at, connection, exchanges: opened.exchanges })
    return { committed: await store.commit(claim.lane, commit), health: decision.health }
  }
  const intent: Intent = { exchangeId: chance.id(), operation: 'AddRelatie', startedAt: clock.now() }
  const claimed = await store.commit(claim.lane, {
    at: intent.startedAt,
    booksId: relation.booksId,
    relation: {
      id: relation.id,
      from: 'planned',
      event: 'claimed',
      change: { claim: claim.lane.token, nextAt: null, lastByteAt: null },
      content: relation.content,
      changing: [],
    },
    intent,
    exchanges: opened.exchanges,
    about: { relationId: relation.id },
  })
  if (claimed !== 'done') return { committed: claimed, health: null }
  if (!claim.isValid()) return laneLost
  const said = await books.addRelation(relation.subject.code, relation.content, claim.signal)
  const at = clock.now()
  const decision = said.ok
    ? decideAccepted()
    : decideAfterFailure(relation.delivery, said.failure, momentAt(turn, at))
  const committed = await store.commit(
    claim.lane,
    relationCommit({ ...relation, state: 'sending' }, decision, {
      at,
      connection,
      claim: claim.lane.token,
      found: said.ok ? { id: said.value.id, code: relation.subject.code } : null,
      exchanges: said.exchanges,
      finishes: intent,
    }),
  )
  return { committed, health: decision.health }
}
