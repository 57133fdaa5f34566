import type { RemoteFailure } from '../causes/remote-failure.ts'
import { missedDelivery } from '../deliveries/decide-after-missed.ts'
import { decideAccepted, decideAfterFailure, decideNotSent } from '../deliveries/decide-after-sending.ts'
import { decideAfterUpdate, waitForOlderUpdate } from '../deliveries/decide-after-update.ts'
import type { Decision } from '../deliveries/decision.ts'
import type { Exchange } from '../ports/books.ts'
import { type Instant, readingOf } from '../ports/clock.ts'
import type { Intent, OpenRelation } from '../ports/store.ts'
import { contentIn, fieldsToSend } from '../relations/relation-content.ts'
import { knownAs, relationCommit } from './relation-commit.ts'
import { laneLost, momentAt, type Turn, type Worked } from './turn.ts'

/**
 * Brings the details of a relation up to date: those that changed here. The service empties every field that is not
 * sent, so what people added or corrected in the books is read first and sent along.
 */
export async function updateRelation(turn: Turn, relation: OpenRelation): Promise<Worked> {
  const { books, chance, claim, clock, connection, store } = turn
  const asked = readingOf(clock)
  const observed = turn.unknowns.observed(relation.id, relation.delivery, asked.monotonic)
  const wait = waitForOlderUpdate(relation.delivery, asked.now, observed)
  if (wait > 0) return waitWithUpdate(turn, relation, asked.now + wait)
  const opened = await books.open(claim.signal)
  if (!opened.ok) {
    const at = clock.now()
    const decision = decideNotSent(relation.delivery, opened.failure, momentAt(turn, at))
    const commit = relationCommit(relation, decision, { at, connection, exchanges: opened.exchanges })
    return { committed: await store.commit(claim.lane, commit), health: decision.health }
  }
  const changing = fieldsToSend(relation)
  const intent: Intent = { exchangeId: chance.id(), operation: 'UpdateRelatie', startedAt: clock.now() }
  const claimed = await store.commit(claim.lane, {
    at: intent.startedAt,
    booksId: relation.booksId,
    relation: {
      id: relation.id,
      from: 'outdated',
      event: 'claimed',
      change: { claim: claim.lane.token, nextAt: null },
      content: relation.content,
      changing,
    },
    intent,
    exchanges: opened.exchanges,
    about: { relationId: relation.id },
  })
  if (claimed !== 'done') return { committed: claimed, health: null }
  if (!claim.isValid()) return laneLost
  const changes = contentIn(relation.content, changing)
  const said = await books.changeRelation(knownAs(relation), changes, claim.signal)
  const at = clock.now()
  if (!said.ok && said.failure.kind === 'not_found') {
    return relationIsMissed(turn, relation, { at, exchanges: said.exchanges, finishes: intent })
  }
  const decision = said.ok ? decideAccepted() : decideAfterFailedUpdate(turn, relation, said.failure, at)
  const committed = await store.commit(
    claim.lane,
    relationCommit({ ...relation, state: 'updating' }, decision, {
      at,
      connection,
      claim: claim.lane.token,
      ...(said.ok ? { found: said.value, changing: [] } : {}),
      exchanges: said.exchanges,
      finishes: intent,
    }),
  )
  return { committed, health: decision.health }
}

/** The clock said that an older update can no longer arrive, and this process has not seen so much time pass. */
async function waitWithUpdate(
  { claim, clock, connection, store }: Turn,
  relation: OpenRelation,
  nextAt: Instant,
): Promise<Worked> {
  // Nothing waits without its reason, and this is why it does.
  const cause = relation.delivery.cause ?? 'no_answer'
  const decision: Decision = { event: 'postponed', change: { nextAt, cause }, pause: null, health: 'worked' }
  const commit = relationCommit(relation, decision, { at: clock.now(), connection })
  return { committed: await store.commit(claim.lane, commit), health: null }
}

/** There is nothing to update: that is looked up, and told as what it is. */
async function relationIsMissed(
  { claim, store }: Turn,
  relation: OpenRelation,
  { at, exchanges, finishes }: { at: Instant; exchanges: readonly Exchange[]; finishes: Intent },
): Promise<Worked> {
  const reason = { nextAt: null, cause: 'reported_as_missing', causeCode: null } as const
  const committed = await store.commit(claim.lane, {
    at,
    booksId: relation.booksId,
    relation: {
      id: relation.id,
      from: 'updating',
      event: 'missed_in_books',
      claim: claim.lane.token,
      change: missedDelivery(reason),
    },
    exchanges,
    finishes,
    about: { relationId: relation.id },
  })
  return { committed, health: 'worked' }
}

function decideAfterFailedUpdate(
  turn: Turn,
  { delivery }: OpenRelation,
  failure: RemoteFailure,
  at: Instant,
): Decision {
  const moment = momentAt(turn, at)
  return decideAfterUpdate(delivery, decideAfterFailure(delivery, failure, moment), moment)
}
