import { type ActivityEntry, relationEntry } from '../activities/activity-entries.ts'
import { pauseFor } from '../connections/pause.ts'
import type { Decision } from '../deliveries/decision.ts'
import type { Exchange, FoundRelation, KnownRelation } from '../ports/books.ts'
import type { Instant } from '../ports/clock.ts'
import type { Commit, Intent, LaneConnection, OpenRelation } from '../ports/store.ts'
import type { ContentField } from '../relations/relation-content.ts'

/** By what a relation is asked for. */
export function knownAs({ idInBooks, subject }: OpenRelation): KnownRelation {
  return { id: idInBooks, code: subject.code }
}

/** A decision on a relation as one write: its step, its entry in the log, and what was said. */
export function relationCommit(
  relation: OpenRelation,
  decision: Decision,
  details: {
    at: Instant
    connection: LaneConnection
    claim?: bigint
    /** What the books have: its id, and the code it has there. */
    found?: FoundRelation | null
    changing?: readonly ContentField[]
    exchanges?: readonly Exchange[]
    finishes?: Intent
  },
): Commit {
  const { at, changing, claim, finishes, found } = details
  const entry = entryOf(relation, decision, at)
  return {
    at,
    booksId: relation.booksId,
    relation: {
      id: relation.id,
      from: relation.state,
      event: decision.event,
      change: decision.change,
      ...(claim === undefined ? {} : { claim }),
      ...(found == null ? {} : { idInBooks: found.id, code: found.code }),
      ...(changing === undefined ? {} : { changing }),
    },
    freesBookings: decision.event === 'accepted' || decision.event === 'found',
    pause: pauseFor(decision.pause, details.connection, at),
    activities: entry === null ? [] : [entry],
    exchanges: details.exchanges ?? [],
    ...(finishes === undefined ? {} : { finishes }),
    about: { relationId: relation.id },
  }
}

function entryOf(relation: OpenRelation, decision: Decision, at: Instant): ActivityEntry | null {
  const { subject } = relation
  const isUpdate = relation.state === 'updating' || relation.state === 'outdated'
  const cause = decision.change.cause ?? null
  const reason = cause === null ? null : { cause, serviceCode: decision.change.causeCode ?? null }
  switch (decision.event) {
    case 'accepted':
      return relationEntry(isUpdate ? 'relation_changed' : 'relation_added', subject, { at })
    case 'found':
      return relationEntry('relation_recognised', subject, { at })
    case 'refused':
    case 'contradicted':
    case 'gave_up':
      if (relation.state === 'missed' && decision.event === 'refused')
        return relationEntry('relation_gone', subject, { at, reason })
      return relationEntry(isUpdate ? 'relation_not_changed' : 'relation_not_added', subject, {
        at,
        reason,
      })
    case 'lost':
    case 'claim_expired':
      return isUpdate ? null : relationEntry('relation_outcome_unknown', subject, { at, reason })
    case 'postponed': {
      const isNews = cause !== null && relation.delivery.attempts === 0
      return isNews ? relationEntry('relation_waiting', subject, { at, reason }) : null
    }
    case 'absent':
    case 'absent_elsewhere':
      return null
    case 'still_unknown': {
      const isNews = cause !== null && cause !== relation.delivery.cause
      return isNews ? relationEntry('relation_waiting', subject, { at, reason }) : null
    }
  }
}
