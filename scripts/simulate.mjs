// `npm run simulate -- --seeds N [--seed S] [--faults a,b]`: the engine against everything that can go wrong, with
// clock, chance, transport and database handed in. `--seed S` alone replays one history.
import { installWhatIsMissing } from './preparation/installation.mjs'
import { goOnUnderPinnedNode } from './preparation/pinned-run.mjs'

await installWhatIsMissing()
goOnUnderPinnedNode(['bookkeeping/simulation/main.ts', ...process.argv.slice(2)])
