import { expect, test } from 'vitest'
import { runParallel } from './run-parallel.ts'

test('every seed of a range is run once, whatever number of processes runs it', async () => {
  const range = { first: 1, count: 250, allowed: null }
  const [one, three] = [
    await runParallel(range, { processes: 1 }),
    await runParallel(range, { processes: 3 }),
  ]
  expect(three.histories).toBe(250)
  expect({ ...three, coverage: new Map(three.coverage) }).toEqual({ ...one, coverage: new Map(one.coverage) })
})

test('a process that ends before its answer ends the run, and says how', async () => {
  const find = 'export async function runHistory('
  const mutant = {
    name: 'ends the process',
    about: 'as a fault of the runtime would',
    patches: [{ file: 'bookkeeping/simulation/history.ts', find, replace: `process.exit(7)\n${find}` }],
  }
  const run = runParallel({ first: 40, count: 100, allowed: null }, { processes: 1, mutant })
  await expect(run).rejects.toThrow('The process of the histories from 40 on ended early (7).')
})
