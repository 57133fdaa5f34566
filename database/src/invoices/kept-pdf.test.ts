import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase, testDraft, testOrganization } from '../testing/index.ts'
import { inOrganization, type Transaction } from '../transactions/in-organization.ts'
import { finalizeInvoice } from './finalize-invoice.ts'
import { keptPdf } from './kept-pdf.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await testDatabase()
})
afterAll(() => db.close())

async function business() {
  const organization = await testOrganization(db)
  const run = <Result>(work: (tx: Transaction) => Promise<Result>) =>
    inOrganization(db.database('stella_app'), organization, work)
  const draft = await run(testDraft)
  return { draft, run }
}

const bytes = (text: string) => async () => Buffer.from(text)
const unmade = () => Promise.reject(new Error('It was made already.'))

test('the PDF of a final invoice is what was made first, by language, whoever else makes it at the same time', async () => {
  const { draft, run } = await business()
  const { id: invoiceId } = await run((tx) => finalizeInvoice(tx, { invoiceId: draft.id }))
  const which = { invoiceId, language: 'nl' } as const
  const made = await Promise.all(['een', 'twee', 'drie'].map((text) => keptPdf(run, which, bytes(text))))
  expect(new Set(made.map(String)).size).toBe(1)
  expect(await keptPdf(run, which, unmade)).toEqual(made[0])
  expect(String(await keptPdf(run, { invoiceId, language: 'en' }, bytes('one')))).toBe('one')
})

test('of a draft none is kept, nor of another organization', async () => {
  const [own, other] = [await business(), await business()]
  const kept = keptPdf(own.run, { invoiceId: own.draft.id, language: 'nl' }, bytes('een'))
  await expect(kept).rejects.toMatchObject({ code: 'not_found' })
  const final = await other.run((tx) => finalizeInvoice(tx, { invoiceId: other.draft.id }))
  const foreign = keptPdf(own.run, { invoiceId: final.id, language: 'nl' }, bytes('een'))
  await expect(foreign).rejects.toMatchObject({ code: 'not_found' })
})

test('nobody changes one or takes it away', async () => {
  const { draft, run } = await business()
  await run((tx) => finalizeInvoice(tx, { invoiceId: draft.id }))
  await keptPdf(run, { invoiceId: draft.id, language: 'nl' }, bytes('een'))
  const changed = run((tx) =>
    tx
      .updateTable('kept_pdfs')
      .set({ bytes: Buffer.from('x') })
      .execute(),
  )
  await expect(changed).rejects.toThrow(/permission/)
  await expect(run((tx) => tx.deleteFrom('kept_pdfs').execute())).rejects.toThrow(/permission/)
})
