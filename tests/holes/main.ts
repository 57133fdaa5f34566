// `npm run holes [-- NAME]`: plants one hole after another, runs the test that must notice it, and takes it out again.
// Exit code 1 when one is not noticed. The files are changed while it runs: not beside other work on them.
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { patchedSources } from '../../bookkeeping/simulation/mutants/plant-mutant.ts'
import { root } from '../architecture/sources.ts'
import { type Hole, holes } from './holes.ts'

const asked = process.argv[2]
const chosen = holes.filter(({ name }) => asked === undefined || name.includes(asked))
let missed = chosen.length === 0 ? 1 : 0
for (const hole of chosen) {
  const noticed = isNoticed(hole)
  console.log(`${noticed ? 'noticed' : 'NOT NOTICED'}: ${hole.name} (${hole.test})`)
  if (!noticed) missed += 1
}
process.exit(missed === 0 ? 0 : 1)

function isNoticed({ patches, test }: Hole): boolean {
  const sources = [...patchedSources(patches)].map(([url, planted]) => ({
    file: fileURLToPath(url),
    planted,
  }))
  const before = sources.map(({ file }) => readFileSync(file))
  const restore = () => {
    for (const [at, { file }] of sources.entries()) writeFileSync(file, before[at] ?? '')
  }
  process.once('SIGINT', restore)
  try {
    for (const { file, planted } of sources) writeFileSync(file, planted)
    const vitest = join(root, 'node_modules/vitest/vitest.mjs')
    const { status } = spawnSync(process.execPath, [vitest, 'run', test, '--bail', '1'], { cwd: root })
    return status !== null && status !== 0
  } finally {
    restore()
    process.off('SIGINT', restore)
  }
}
