// `npm run mutants [-- --seeds N] [--only NAME]`: plants known mistakes in the engine, one after another, and tells whether
// the simulation notices each. Exit code 1 when one survives.
import { installWhatIsMissing } from './preparation/installation.mjs'
import { goOnUnderPinnedNode } from './preparation/pinned-run.mjs'

await installWhatIsMissing()
goOnUnderPinnedNode(['bookkeeping/simulation/mutants/main.ts', ...process.argv.slice(2)])
