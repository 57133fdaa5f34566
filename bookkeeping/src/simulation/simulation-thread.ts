import { parentPort, workerData } from 'node:worker_threads'
import type { Mutant } from './mutants/mutant.ts'
import { plantMutant } from './mutants/plant-mutant.ts'
import type { Range } from './run-range.ts'

/** One thread of a simulation. It runs the ranges it is given, with a bug planted first if it was told so. */
export type ThreadData = { readonly mutant: Mutant | null }

const { mutant } = workerData as ThreadData
// Aborting makes an error each time; nobody looks where it was made.
Error.stackTraceLimit = 0
if (mutant !== null) plantMutant(mutant)
// Only now is the engine loaded, with the bug in it.
const { runRange } = await import('./run-range.ts')
parentPort?.on('message', (range: Range) => {
  void runRange(range).then((summary) => parentPort?.postMessage(summary))
})
