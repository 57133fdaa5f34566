// `npm run holes [-- NAME]`: plants one known hole after another in what keeps others out, and tells whether the test
// that must notice it does. Exit code 1 when one does not.
import { installWhatIsMissing } from './preparation/installation.mjs'
import { goOnUnderPinnedNode } from './preparation/pinned-run.mjs'

await installWhatIsMissing()
goOnUnderPinnedNode(['tests/holes/main.ts', ...process.argv.slice(2)])
