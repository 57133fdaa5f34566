// `npm run bench`: measures the engine against a bare loop of the same calls, as ratios within one run.
// docs/reliability.md explains the figures.
import { installWhatIsMissing } from './preparation/installation.mjs'
import { goOnUnderPinnedNode } from './preparation/pinned-run.mjs'

await installWhatIsMissing()
goOnUnderPinnedNode(['bench/main.ts', ...process.argv.slice(2)])
