import { expect, test } from 'vitest'
import { runParallel } from '../run-parallel.ts'
import { mutants } from './mutants.ts'
import { patchedSources } from './plant-mutant.ts'

test.each(mutants)('«$name» still fits the engine', ({ patches }) => {
  expect(patchedSources(patches).size).toBeGreaterThan(0)
})

test('there are at least twenty of them', () => {
  expect(mutants.length).toBeGreaterThanOrEqual(20)
})

test.each([
  'retry blind',
  'expired claim to planned',
  '5xx is failure',
  'intent after send',
  'adopted without comparing',
  'wrong sign on credit',
  'VAT rounded per line',
])('«%s» is noticed within a few histories', async (name) => {
  const mutant = mutants.find((it) => it.name === name)
  if (mutant === undefined) throw new Error(`No mutant is called ${name}.`)
  const summary = await runParallel({ first: 1, count: 600, allowed: null, atMostFailing: 1 }, { mutant })
  expect(summary.failing).toBeGreaterThan(0)
})
