import type { Mutant } from './mutants/mutant.ts'
import { plantMutant } from './mutants/plant-mutant.ts'
import type { Range, Summary } from './run-range.ts'

/**
 * One process of a simulation. It is told first which bug to plant, if any, and then answers each range with its
 * summary, until its parent lets go of it.
 */
export type RangeProcessMessage = { readonly mutant: Mutant | null } | { readonly range: Range }

// Aborting makes an error each time; nobody looks where it was made.
Error.stackTraceLimit = 0

process.on('message', (message: RangeProcessMessage) => {
  if ('range' in message) void summaryOf(message.range).then((summary) => process.send?.(summary))
  else if (message.mutant !== null) plantMutant(message.mutant)
})

async function summaryOf(range: Range): Promise<Summary> {
  // Only now is the engine loaded, with the bug in it.
  const { runRange } = await import('./run-range.ts')
  return runRange(range)
}
