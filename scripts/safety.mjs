// `npm run safety [-- S1 S5]`: what is promised about safety, with figure, target and verdict; only those that are named.
import { installWhatIsMissing } from './preparation/installation.mjs'
import { goOnUnderPinnedNode } from './preparation/pinned-run.mjs'

await installWhatIsMissing()
goOnUnderPinnedNode(['tests/safety/main.ts', ...process.argv.slice(2)])
