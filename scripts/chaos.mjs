// `npm run chaos`: kills, stops and cuts off real processes, and checks after each blow that nothing was lost or done
// twice. `--kills N --seed S` repeats a run; docs/reliability.md tells the rest.
import { installWhatIsMissing } from './preparation/installation.mjs'
import { goOnUnderPinnedNode } from './preparation/pinned-run.mjs'

await installWhatIsMissing()
goOnUnderPinnedNode(['tests/chaos/main.ts', ...process.argv.slice(2)])
