import { expect, test } from 'vitest'
import { randomFrom } from '../random.ts'
import { runParallel } from '../run-parallel.ts'
import { mutants } from './mutants.ts'
import { patchedSources } from './plant-mutant.ts'

test.each(mutants)('«$name» still fits the engine', ({ patches }) => {
  expect(patchedSources(patches).size).toBeGreaterThan(0)
})

test('there are at least twenty of them', () => {
  expect(mutants.length).toBeGreaterThanOrEqual(20)
})

/** These always, as nothing is worth anything without them; and some of the others, other ones each time. */
const always = [
  'retry blind',
  'expired claim to planned',
  '5xx is failure',
  'intent after send',
  'adopted without comparing',
  'wrong sign on credit',
  'VAT rounded per line',
]
const DRAWN = 3
const drawnBy = Math.floor(Math.random() * 1_000_000_000)
const random = randomFrom(drawnBy, 'mutants')
const others = mutants.map(({ name }) => name).filter((name) => !always.includes(name))
const drawn = Array.from(
  { length: DRAWN },
  () => others.splice(random.between(0, others.length - 1), 1)[0] ?? '',
)

/** As many as `npm run mutants` takes for one. */
const SEEDS = 5_000

test.each([...always, ...drawn])(`«%s» is noticed (drawn by ${drawnBy})`, async (name) => {
  const mutant = mutants.find((it) => it.name === name)
  if (mutant === undefined) throw new Error(`No mutant is called ${name}.`)
  const range = { first: 1, count: SEEDS, allowed: mutant.faults ?? null, atMostFailing: 1 }
  const summary = await runParallel(range, { mutant })
  expect(summary.failing, `npm run mutants -- --only '${name}'`).toBeGreaterThan(0)
})
