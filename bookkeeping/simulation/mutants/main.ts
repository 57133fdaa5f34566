import { parseArgs } from 'node:util'
import { THROWN } from '../database-failure.ts'
import { runParallel } from '../run-parallel.ts'
import { addSummaries } from '../run-range.ts'
import type { Mutant } from './mutant.ts'
import { mutants } from './mutants.ts'

/** So many seeds give the share that notices; a mutant none of them notices gets up to the whole number. */
const SHARE_OF = 200
const SEEDS = 5_000

const { values } = parseArgs({
  options: { seeds: { type: 'string' }, seed: { type: 'string' }, only: { type: 'string' } },
})
const first = Number(values.seed ?? 1)
const most = Number(values.seeds ?? SEEDS)
const chosen = mutants.filter(({ name }) => values.only === undefined || name.includes(values.only))

// What fails without any of them would seem to kill them all.
const sound = await runParallel({ first, count: SHARE_OF, allowed: null })
if (sound.failing > 0) throw new Error(`The engine as it is fails at seed ${sound.failures[0]?.seed}.`)

let survivors = 0
for (const mutant of chosen) {
  const { killedBy, histories, share, why } = await hunt(mutant)
  // An engine that cannot run says nothing of the mistake that was meant.
  const isBroken = why.startsWith(THROWN)
  if (killedBy === null || isBroken) survivors += 1
  const result =
    killedBy === null
      ? `SURVIVES ${histories} seeds`
      : `${isBroken ? 'CANNOT RUN' : 'killed'} by seed ${killedBy} (${share} of ${histories} seeds): ${why}`
  console.log(`${mutant.name.padEnd(40)} ${result}`)
}
console.log(`\n${chosen.length - survivors} of ${chosen.length} killed within ${most} seeds`)
process.exitCode = survivors === 0 ? 0 : 1

async function hunt(mutant: Mutant) {
  const count = Math.min(SHARE_OF, most)
  const allowed = mutant.faults ?? null
  let summary = await runParallel({ first, count, allowed }, { mutant })
  if (summary.failing === 0 && most > count) {
    const rest = { first: first + count, count: most - count, allowed, atMostFailing: 1 }
    summary = addSummaries(summary, await runParallel(rest, { mutant }))
  }
  const earliest = summary.failures.toSorted((left, right) => left.seed - right.seed)[0]
  return {
    killedBy: earliest?.seed ?? null,
    why: earliest?.violations[0] ?? '',
    histories: summary.histories,
    share: summary.failing,
  }
}
