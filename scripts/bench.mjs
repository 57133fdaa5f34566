// `npm run bench`: measures the engine against a bare loop of the same calls, as ratios within one run.
// docs/reliability.md explains the figures. `npm run bench -- screens` measures the screens in a real browser,
// `npm run bench -- data` the API before many businesses, `npm run bench -- memory` what much data takes of it;
// docs/performance.md explains those.
import { findOrInstallChromium } from './preparation/chromium.mjs'
import { installWhatIsMissing } from './preparation/installation.mjs'
import { goOnUnderPinnedNode } from './preparation/pinned-run.mjs'
import { buildWebWhenChanged } from './preparation/web-build.mjs'

const [what, ...rest] = process.argv.slice(2)
await installWhatIsMissing()
if (what === 'screens') {
  buildWebWhenChanged()
  process.env.CHROMIUM_PATH = findOrInstallChromium()
  goOnUnderPinnedNode(['bench/screens/main.ts', ...rest])
} else if (what === 'data') {
  buildWebWhenChanged()
  goOnUnderPinnedNode(['bench/data/main.ts', ...rest])
} else if (what === 'memory') goOnUnderPinnedNode(['bench/memory/main.ts', ...rest])
else goOnUnderPinnedNode(['bench/main.ts', ...process.argv.slice(2)])
