import type { Mutant } from './mutant.ts'
import { otherMutants } from './other-mutants.ts'
import { protocolMutants } from './protocol-mutants.ts'

/** Every planted mistake. */
export const mutants: readonly Mutant[] = [...protocolMutants, ...otherMutants]
