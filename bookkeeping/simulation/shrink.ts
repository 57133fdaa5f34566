import { type FaultName, faultNames } from './faults.ts'
import { runHistory } from './history.ts'

/**
 * The fewest faults with which a seed still fails, by switching them off one after another. Each fault draws from
 * its own stream, so the others stay as they were until the history goes another way.
 */
export async function shrink(seed: number, allowed: readonly FaultName[] | null): Promise<FaultName[]> {
  let left = [...(allowed ?? faultNames)]
  for (const fault of [...left]) {
    const without = left.filter((it) => it !== fault)
    const { violations } = await runHistory(seed, new Set(without))
    if (violations.length > 0) left = without
  }
  return left
}
