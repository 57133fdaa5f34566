import { expect, test } from 'vitest'
import { Coverage } from './coverage.ts'
import { localFaults, remoteFaults } from './fault-plan.ts'
import { runHistory } from './history.ts'

const HISTORIES = 600

test(`${HISTORIES} histories with faults: booked once, in order, settled, and in the log`, {
  timeout: 120_000,
}, async () => {
  const first = Math.floor(Math.random() * 1_000_000_000)
  const coverage = new Coverage()
  for (let seed = first; seed < first + HISTORIES; seed += 1) {
    const history = await runHistory(seed)
    coverage.add(history.coverage)
    expect(history.violations, `again: node bookkeeping/src/simulation/simulate.ts --seed ${seed}`).toEqual(
      [],
    )
  }
  console.log(`simulated ${HISTORIES} histories from seed ${first}`)
  for (const fault of [...remoteFaults, ...localFaults]) {
    expect(coverage.counts.get(fault) ?? 0, fault).toBeGreaterThan(10)
  }
})

test('the same seed gives the same history', async () => {
  for (let seed = 1; seed <= 20; seed += 1) {
    const [once, again] = [await runHistory(seed), await runHistory(seed)]
    expect(again.trace).toBe(once.trace)
    expect(again.events).toBe(once.events)
  }
})

/** Seeds that once showed a fault of the engine. They run for ever. */
test.each([[36, 'a refusal of old codes paused the new ones']])('seed %i: %s', async (seed) => {
  expect((await runHistory(seed)).violations).toEqual([])
})
