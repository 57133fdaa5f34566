// `npm run documents -- [--count N] [--seed S] [--folder F] [--only ubl]`: writes N invoices and credit notes of every
// kind, drawn from a seed, as UBL and PDF files, for validators from elsewhere.
import { installWhatIsMissing } from './preparation/installation.mjs'
import { goOnUnderPinnedNode } from './preparation/pinned-run.mjs'

await installWhatIsMissing()
goOnUnderPinnedNode(['documents/src/testing/write-documents.ts', ...process.argv.slice(2)])
