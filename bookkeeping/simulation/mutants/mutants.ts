import { accountMutants } from './account-mutants.ts'
import { allowanceMutants } from './allowance-mutants.ts'
import { booksMutants } from './books-mutants.ts'
import { creditMutants } from './credit-mutants.ts'
import { customerMutants } from './customer-mutants.ts'
import { judgingMutants } from './judging-mutants.ts'
import type { Mutant } from './mutant.ts'
import { otherMutants } from './other-mutants.ts'
import { protocolMutants } from './protocol-mutants.ts'
import { readBackMutants } from './read-back-mutants.ts'
import { waitingMutants } from './waiting-mutants.ts'

/** Every planted mistake. */
export const mutants: readonly Mutant[] = [
  ...protocolMutants,
  ...booksMutants,
  ...readBackMutants,
  ...judgingMutants,
  ...waitingMutants,
  ...creditMutants,
  ...accountMutants,
  ...allowanceMutants,
  ...customerMutants,
  ...otherMutants,
]
