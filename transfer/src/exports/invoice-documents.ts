import {
  type Database,
  findInvoice,
  findLogo,
  inOrganization,
  keptPdf,
  type StoredFinal,
  type Transaction,
} from '@stella/database'
import { fileNameOf, finalDocumentOf, type Typesetting, writeInvoiceUbl } from '@stella/documents'
import { type Entry, entryOf } from './zip-entries.ts'

type Parts = { readonly database: Database; readonly typesetting: Typesetting }

/** The PDF and the UBL of an invoice that Stella made, in a folder of an archive: the same as one by one. */
export async function documentsOf(
  { database, typesetting }: Parts,
  organizationId: string,
  invoice: StoredFinal,
  folder: string,
): Promise<Entry[]> {
  const language = invoice.customer.language ?? 'nl'
  const document = finalDocumentOf(invoice, language)
  const run = <Result>(work: (tx: Transaction) => Promise<Result>) =>
    inOrganization(database, organizationId, work)
  const pdf = await keptPdf(run, { invoiceId: invoice.id, language }, async () => {
    const logo = await run((tx) => findLogo(tx, invoice.sender.logoId))
    return typesetting.renderInvoicePdf(finalDocumentOf(invoice, language, logo), organizationId)
  })
  return [
    entryOf(`${folder}/${fileNameOf(document, 'pdf')}`, Buffer.from(pdf)),
    entryOf(`${folder}/${fileNameOf(document, 'xml')}`, Buffer.from(writeInvoiceUbl(document))),
  ]
}

/**
 * The documents of some invoices, one after the other; those that are drafts, were made elsewhere, or are gone have none.
 */
export async function* documentsOfSome(
  parts: Parts,
  organizationId: string,
  ids: readonly string[],
  folder: string,
): AsyncIterable<Entry> {
  for (const id of ids) {
    const invoice = await inOrganization(parts.database, organizationId, (tx) => findInvoice(tx, id))
    if (invoice?.state === 'final' && invoice.origin === null)
      yield* await documentsOf(parts, organizationId, invoice, folder)
  }
}
