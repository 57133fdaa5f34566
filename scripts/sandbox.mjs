// `npm run sandbox`: the stand-in of e-Boekhouden.nl alone, for whoever builds a link of their own. Its settings
// are SANDBOX_PORT, SANDBOX_HOST, SANDBOX_DATA_DIR, SANDBOX_USERNAME, SANDBOX_CODE1 and SANDBOX_CODE2; with
// SANDBOX_USED=on its books were kept for years.
import { installWhatIsMissing } from './preparation/installation.mjs'
import { goOnUnderPinnedNode } from './preparation/pinned-run.mjs'

await installWhatIsMissing()
goOnUnderPinnedNode(['e-boekhouden-sandbox/src/main.ts', ...process.argv.slice(2)])
