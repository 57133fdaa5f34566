// `npm start`: installs what is missing, builds the screens when they changed, then starts Stella under the
// pinned Node. Plain JavaScript without dependencies, so that any Node from 18 on can run it. With arguments it
// runs another command of the program: `npm run stella -- help`.
import { installWhatIsMissing } from './preparation/installation.mjs'
import { goOnUnderPinnedNode } from './preparation/pinned-run.mjs'
import { buildWebWhenChanged } from './preparation/web-build.mjs'

const [command = 'start', ...rest] = process.argv.slice(2)
await installWhatIsMissing()
if (command === 'start' || command === 'web') buildWebWhenChanged()
goOnUnderPinnedNode(['stella/src/main.ts', command, ...rest])
