// `npm run documents -- [--count N] [--seed S] [--folder F] [--only ubl]`: writes N invoices and credit notes of every
// kind, drawn from a seed, as UBL and PDF files, for validators from elsewhere. With `--identities N` it writes nothing,
// and holds N drawn invoices and their credits in parts to what must be true of amounts, bookings and e-invoices.
import { installWhatIsMissing } from './preparation/installation.mjs'
import { goOnUnderPinnedNode } from './preparation/pinned-run.mjs'

await installWhatIsMissing()
const program = process.argv.some((argument) => argument.startsWith('--identities'))
  ? 'tests/identities/main.ts'
  : 'documents/src/testing/write-documents.ts'
goOnUnderPinnedNode([program, ...process.argv.slice(2)])
