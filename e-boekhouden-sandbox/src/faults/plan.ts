import { codes, type ErrorCode } from '../operations/codes.ts'
import { Refusal } from '../operations/refusal.ts'
import type { Conditions } from '../operations/service.ts'
import type { OperationName } from '../protocol/operations.ts'
import type { Ending } from '../soap/ending.ts'
import type { SoapVersion } from '../soap/envelope.ts'
import { endingOf, isEndingKind } from './endings.ts'
import type { Hit } from './rules.ts'

/** What the faults that hit a call make of it. */
export interface Plan {
  waitBeforeMs: number
  waitAfterMs: number
  /** Ends the exchange without the service having done anything. */
  insteadOfWork: Ending | null
  conditions: Conditions
  /** The service says no with this. */
  refusal: Refusal | null
  /** The books change by another hand before the call is done, or after. */
  happenings: Hit[]
  /** Makes of the answer what goes over the wire. */
  finish: (answered: Ending) => Ending
}

export function planOf(hits: readonly Hit[], operation: OperationName, version: SoapVersion): Plan {
  const ending = hits.filter(({ kind }) => isEndingKind(kind))
  const before = ending.find(({ moment }) => moment === 'before')
  const after = ending.filter(({ moment }) => moment !== 'before')
  const nothing: Ending = { kind: 'closed' }
  return {
    waitBeforeMs: waitMs(hits, 'before'),
    waitAfterMs: waitMs(hits, 'after'),
    insteadOfWork: before ? endingOf(before, nothing, operation, version) : null,
    conditions: conditionsOf(hits),
    refusal: refusalOf(hits, operation),
    happenings: hits.filter(({ kind }) =>
      ['number_taken', 'relation_deleted', 'booked_twice', 'session_dies'].includes(kind),
    ),
    finish: (answered) =>
      after.reduce((current, hit) => endingOf(hit, current, operation, version), answered),
  }
}

function waitMs(hits: readonly Hit[], moment: 'before' | 'after'): number {
  const waits = hits.filter((hit) => hit.kind === 'slow' && hit.moment === moment)
  return waits.reduce((total, { seconds = 0 }) => total + seconds * 1000, 0)
}

function conditionsOf(hits: readonly Hit[]): Conditions {
  const of = (kind: Hit['kind']) => hits.filter((hit) => hit.kind === kind)
  const closed = of('period_closed').map(({ through = '' }) => through)
  return {
    missingAccounts: new Set(of('account_missing').map(({ subject = '' }) => subject)),
    closedThrough: closed.sort().at(-1) ?? null,
    staleSeconds: Math.max(0, ...of('stale_reads').map(({ seconds = 0 }) => seconds)),
  }
}

function refusalOf(hits: readonly Hit[], operation: OperationName): Refusal | null {
  for (const { kind, code = '' } of hits) {
    if (kind === 'refused' || kind === 'session_dies') return refusalWith(code)
    if (kind === 'call_limit') return refusalWith('E003.1')
    if (kind !== 'codes_revoked') continue
    // Who has a session already sees it vanish; who logs in is told why.
    const opens = operation === 'OpenSession' || operation === 'OpenSessionSub'
    return refusalWith(opens ? code : 'E002.2')
  }
  return null
}

/** Any code may be asked for, also one the service is not known to have. */
function refusalWith(code: string): Refusal {
  const known = Object.hasOwn(codes, code)
  return new Refusal(code, known ? codes[code as ErrorCode] : 'Onbekende fout.')
}
