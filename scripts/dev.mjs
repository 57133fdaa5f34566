// `npm run dev [-- SCENARIO …]`: everything of Stella, while it is worked on: the screens change in the browser as
// they are saved, the program starts again when its code changes, and a business with a year of work (or the named
// ones) stands ready. Its data stands in .stella-dev.
import { installWhatIsMissing } from './preparation/installation.mjs'
import { goOnUnderPinnedNode } from './preparation/pinned-run.mjs'

await installWhatIsMissing()
process.env.STELLA_DATA_DIR ||= '.stella-dev'
// A file .env may name the books and the database of a real business; work in progress has no place there.
goOnUnderPinnedNode(['scripts/development/main.ts', ...process.argv.slice(2)], { readsSettings: false })
