import type { FaultName } from '../faults.ts'

/** A small change to one file; `find` must stand there exactly once. */
export type Patch = {
  /** From the root of the repository. */
  readonly file: string
  readonly find: string
  readonly replace: string
}

/** A mistake somebody could make in the engine, to see whether the simulation would notice. */
export type Mutant = {
  readonly name: string
  readonly about: string
  /** Where it shows only when certain things meet: they alone happen, so that they meet more often. */
  readonly faults?: readonly FaultName[]
  readonly patches: readonly Patch[]
}
