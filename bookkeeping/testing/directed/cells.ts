import type { FaultRule } from '@stella/e-boekhouden-sandbox'
import { type Mishap, mishapWays, storePoints } from './troubled-store.ts'

/** One history on the real database against the sandbox: what goes wrong, and where. */
export type Cell = {
  readonly name: string
  /** Whether the service refuses a second mutation with the same number. */
  readonly duplicates: 'refused' | 'accepted'
  readonly faults: readonly FaultRule[]
  readonly mishap: Mishap | null
  /** What must have become of the first invoice in the end. */
  readonly ends: 'verified' | 'conflict'
}

/** What can befall a call, each with the place it has in the matrix of faults. */
const callFaults: readonly (readonly [string, FaultRule])[] = [
  ['A4 reset before', { kind: 'reset', moment: 'before' }],
  ['A5 reset after', { kind: 'reset', moment: 'after' }],
  ['A6 answer lost', { kind: 'answer_lost', moment: 'after' }],
  ['A7 silence, not done', { kind: 'no_answer', moment: 'before' }],
  ['A9 silence, done', { kind: 'no_answer', moment: 'after' }],
  ['A10 500 before', { kind: 'http_error', status: 500, moment: 'before' }],
  ['A11 500 after', { kind: 'http_error', status: 500, moment: 'after' }],
  ['A12 502 before', { kind: 'http_error', status: 502, moment: 'before' }],
  ['A12 503 after', { kind: 'http_error', status: 503, moment: 'after' }],
  ['A13 429', { kind: 'http_error', status: 429, moment: 'before' }],
  ['A14 a page before', { kind: 'html_page', moment: 'before' }],
  ['A14 a page after', { kind: 'html_page', moment: 'after' }],
  ['A15 half an answer', { kind: 'truncated_xml' }],
  ['A16 a hostile answer', { kind: 'hostile_answer' }],
  ['A16 a wrong charset', { kind: 'wrong_charset', variant: 'utf16' }],
  ['A17 an empty result', { kind: 'empty_result' }],
  ['A18 a fault before', { kind: 'soap_fault', moment: 'before' }],
  ['A18 a fault after', { kind: 'soap_fault', moment: 'after' }],
  ['A21 a session that dies', { kind: 'session_dies' }],
]

/** Looks are only made after something was lost. */
const lostBooking: FaultRule = { kind: 'answer_lost', moment: 'after', operation: 'AddMutatie', times: 1 }
const lostRelation: FaultRule = { kind: 'answer_lost', moment: 'after', operation: 'AddRelatie', times: 1 }

const operations: readonly (readonly [string, string, readonly FaultRule[]])[] = [
  ['P3', 'OpenSession', []],
  ['P5', 'AddRelatie', []],
  ['P9', 'AddMutatie', []],
  ['P13', 'GetMutaties', [lostBooking]],
  ['P13', 'GetRelaties', [lostRelation]],
  ['P14', 'GetMutaties', []],
]

const remoteCells: readonly Cell[] = operations.flatMap(([point, operation, before]) =>
  callFaults.flatMap(([name, fault]) =>
    both({
      name: `${name}, at ${operation} (${point})`,
      faults: [...before, { ...fault, operation, times: 1 }],
    }),
  ),
)

/** What the service does with the booking while something befalls the worker. */
const meanwhile: readonly (readonly [string, readonly FaultRule[]])[] = [
  ['all well', []],
  ['A6 answer lost', [lostBooking]],
  [
    'A10 500 before',
    [{ kind: 'http_error', status: 500, moment: 'before', operation: 'AddMutatie', times: 1 }],
  ],
  ['relation lost', [lostRelation]],
]

const localCells: readonly Cell[] = storePoints.flatMap((point) =>
  mishapWays.flatMap((way) =>
    meanwhile.flatMap(([name, faults]) =>
      both({ name: `B ${way} at ${point}, ${name}`, faults, mishap: { point, way } }),
    ),
  ),
)

const booksCells: readonly Cell[] = [
  ...both({ name: 'A19 refused', faults: [{ kind: 'refused', operation: 'AddMutatie', times: 1 }] }),
  ...both({ name: 'A23 account missing', faults: [{ kind: 'account_missing', operation: 'AddMutatie' }] }),
  ...both({ name: 'A25 period closed', faults: [{ kind: 'period_closed' }] }),
  ...both({ name: 'A26 relation deleted', faults: [{ kind: 'relation_deleted', times: 1 }] }),
  ...both({ name: 'A28 stale reads', faults: [lostBooking, { kind: 'stale_reads', seconds: 110 }] }),
  {
    name: 'A27 number used by hand',
    duplicates: 'refused',
    faults: [{ kind: 'number_taken', times: 1 }],
    mishap: null,
    ends: 'conflict',
  },
]

export const cells: readonly Cell[] = [...remoteCells, ...localCells, ...booksCells]

function both(cell: Pick<Cell, 'name' | 'faults'> & { mishap?: Mishap }): Cell[] {
  return (['refused', 'accepted'] as const).map((duplicates) => ({
    ...cell,
    name: `${cell.name}; duplicates ${duplicates}`,
    duplicates,
    mishap: cell.mishap ?? null,
    ends: 'verified',
  }))
}
