// `npm run screenshots [-- --folder F] [--only NAME] [--readme]`: takes every screen of the businesses to play with,
// at three widths, light and dark, into tests/output/screenshots; with `--readme` only the pictures of the README,
// into docs/screenshots. The businesses are kept in tests/output/screenshots-data.
import { findOrInstallChromium } from './preparation/chromium.mjs'
import { installWhatIsMissing } from './preparation/installation.mjs'
import { goOnUnderPinnedNode } from './preparation/pinned-run.mjs'
import { buildWebWhenChanged } from './preparation/web-build.mjs'

await installWhatIsMissing()
buildWebWhenChanged()
process.env.CHROMIUM_PATH = findOrInstallChromium()
goOnUnderPinnedNode(['scripts/screenshots/main.ts', ...process.argv.slice(2)], { readsSettings: false })
