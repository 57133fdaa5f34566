import type { FaultKind } from '../faults/kinds.ts'

export type { FaultKind }

/** A fault to be, and which calls it hits. Without an aim it hits every call its kind applies to. */
export interface FaultRule {
  kind: FaultKind
  /** Only these operations, such as 'AddMutatie'. */
  operation?: string | readonly string[]
  /** Only this administration: its guid, or the user name it is opened with. It must be there. */
  administration?: string
  /** Hits from the n-th call on that the rule aims at, counted from 1. */
  from?: number
  /** Hits at most so many calls; without it, every one from `from` on. */
  times?: number
  /** Hits this share of the calls, 0 to 1, drawn from `seed`: the same seed hits the same calls. */
  share?: number
  seed?: number
  /** For kinds that wait: how long. For stale reads: how far behind. A day, 86,400, at most. */
  seconds?: number
  /** For kinds that answer in place of the service: before it did the work, or after. */
  moment?: 'before' | 'after'
  /** For `http_error`: 400 to 599. */
  status?: number
  /** For kinds that answer with a code of the service: which one, such as 'CMUT033'. */
  code?: string
  /** For `account_missing`: the ledger code. For `relation_deleted`: the relation's code. */
  subject?: string
  /** For `period_closed`: closed through this date; without it every date is closed. */
  through?: string
  /** For `wrong_charset`. */
  variant?: 'latin1' | 'utf16' | 'bom' | 'undeclared'
}

export interface FaultState extends FaultRule {
  id: string
  on: boolean
  /** Calls the rule aimed at so far. */
  aimed: number
  /** Calls it hit. */
  hits: number
}

export interface Faults {
  /** @throws SandboxError fault_invalid @returns the rule's id */
  add(rule: FaultRule): string
  remove(id: string): void
  switch(id: string, on: boolean): void
  clear(): void
  list(): FaultState[]
}
