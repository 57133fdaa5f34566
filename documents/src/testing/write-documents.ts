import { mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import fc from 'fast-check'
import type { FinalInvoiceDocument } from '../invoice-document.ts'
import { openTypesetting } from '../typesetting/open-typesetting.ts'
import { profileOf } from '../ubl/profile.ts'
import { writeInvoiceUbl } from '../ubl/write-invoice-ubl.ts'
import { documentsOf } from './any-document.ts'

/** Drawn at a time, so that memory does not grow with the number of documents. */
const DRAWN_TOGETHER = 100

/** Mostly as short as invoices are, and now and then as long as one can be. */
const anyLength = fc.oneof(
  { weight: 98, arbitrary: documentsOf({ minimum: 1, maximum: 12 }) },
  { weight: 2, arbitrary: documentsOf({ minimum: 60, maximum: 300 }) },
)

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '100' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
    folder: { type: 'string' },
    only: { type: 'string' },
  },
})
const count = Number(values.count)
const seed = Number(values.seed)
if (!Number.isSafeInteger(count) || count < 1 || !Number.isSafeInteger(seed)) {
  throw new RangeError('The count and the seed are whole numbers.')
}
const folder = values.folder ?? join(tmpdir(), `stella-documents-${seed}`)
mkdirSync(folder, { recursive: true })
console.log(`${count} documents from seed ${seed} in ${folder}`)

const processes = availableParallelism()
const typesetting = openTypesetting({ processes, ofOne: DRAWN_TOGETHER, ofAll: DRAWN_TOGETHER })
const written: Record<string, number> = {}
try {
  for (let first = 0; first < count; first += DRAWN_TOGETHER) {
    const numRuns = Math.min(DRAWN_TOGETHER, count - first)
    const documents = fc.sample(anyLength, { seed: seed + first, numRuns })
    await Promise.all(documents.map((document, index) => write(document, first + index + 1)))
  }
} finally {
  await typesetting.close()
}
for (const [kind, number] of Object.entries(written).sort()) console.log(`${number} ${kind}`)

async function write(document: FinalInvoiceDocument, number: number): Promise<void> {
  const profile = profileOf(document)
  const kind = `${profile} ${document.invoice.kind ?? 'invoice'}`
  const name = join(folder, `${String(number).padStart(5, '0')}-${profile}`)
  writeFileSync(`${name}.xml`, writeInvoiceUbl(document))
  if (values.only !== 'ubl') writeFileSync(`${name}.pdf`, await typesetting.renderInvoicePdf(document, 'all'))
  written[kind] = (written[kind] ?? 0) + 1
}
