import { type Database, findInvoice, findLogo, inOrganization, type StoredFinal } from '@stella/database'
import { fileNameOf, shownOf, type Typesetting, writeInvoiceUbl } from '@stella/documents'
import { type Entry, entryOf } from './zip-entries.ts'

type Parts = { readonly database: Database; readonly typesetting: Typesetting }

/** The PDF and the UBL of an invoice that Stella made, in a folder of an archive: the same as one by one. */
export async function documentsOf(
  { database, typesetting }: Parts,
  organizationId: string,
  invoice: StoredFinal,
  folder: string,
): Promise<Entry[]> {
  const { customer, sender } = invoice
  const logo = await inOrganization(database, organizationId, (tx) => findLogo(tx, sender.logoId))
  const document = { invoice: shownOf(invoice), customer, organization: { ...sender, logo } }
  const pdf = await typesetting.renderInvoicePdf(document, organizationId)
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
