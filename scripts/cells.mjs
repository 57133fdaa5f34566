// `npm run cells [-- --seeds N] [--seed S]`: runs every directed cell (a fault at a point) on PostgreSQL against the
// sandbox, from N seeds (3). `npm test` runs a share of them. docs/reliability.md explains them.
import { parseArgs } from 'node:util'
import { installWhatIsMissing } from './preparation/installation.mjs'
import { runTool } from './testing/run-tool.mjs'

const { values } = parseArgs({ options: { seeds: { type: 'string' }, seed: { type: 'string' } } })
const first = Number(values.seed ?? Math.floor(Math.random() * 1_000_000_000))
const count = Number(values.seeds ?? 3)
if (![first, count].every(Number.isSafeInteger) || count < 1) throw new RangeError('Seeds are whole numbers.')

await installWhatIsMissing()
const cells = 'bookkeeping/testing/directed/directed-cells.test.ts'
const failing = []
for (let seed = first; seed < first + count; seed += 1) {
  const environment = { CELLS: 'all', CELLS_SEED: String(seed) }
  const code = await runTool(`all cells, seed ${seed}`, 'vitest/vitest.mjs', ['run', cells], environment)
  if (code !== 0) failing.push(seed)
}
console.log(
  `\n${count - failing.length} of ${count} seeds in order${failing.length > 0 ? `, not ${failing.join(', ')}` : ''}`,
)
process.exit(failing.length === 0 ? 0 : 1)
