import type { DocumentLanguage } from '@stella/invoicing'
import { DatabaseError } from '../errors/database-error.ts'
import type { Transaction } from '../transactions/in-organization.ts'

/** Which document: a final invoice in a language. */
export interface PdfOf {
  readonly invoiceId: string
  readonly language: DocumentLanguage
}

/**
 * The PDF of a final invoice as it was first made. Where it was not yet, it is made now, outside a transaction, and kept;
 * of two who make it at once both get the same.
 *
 * @param run runs work in one transaction of the organization
 * @throws what `make` throws
 */
export async function keptPdf(
  run: <Result>(work: (tx: Transaction) => Promise<Result>) => Promise<Result>,
  which: PdfOf,
  make: () => Promise<Uint8Array>,
): Promise<Uint8Array> {
  const kept = await run((tx) => findKept(tx, which))
  if (kept !== null) return kept
  const made = await make()
  return run((tx) => keep(tx, which, made))
}

async function findKept(tx: Transaction, { invoiceId, language }: PdfOf): Promise<Uint8Array | null> {
  const row = await tx
    .selectFrom('kept_pdfs')
    .select('bytes')
    .where('invoice_id', '=', invoiceId)
    .where('language', '=', language)
    .executeTakeFirst()
  return row?.bytes ?? null
}

async function keep(tx: Transaction, which: PdfOf, bytes: Uint8Array): Promise<Uint8Array> {
  const { invoiceId: invoice_id, language } = which
  await tx
    .insertInto('kept_pdfs')
    .columns(['invoice_id', 'language', 'bytes'])
    .expression((eb) =>
      eb
        .selectFrom('invoices')
        .select(['id', eb.val(language).as('language'), eb.val(Buffer.from(bytes)).as('bytes')])
        .where('id', '=', invoice_id)
        .where('state', '=', 'final'),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const kept = await findKept(tx, which)
  if (kept === null) throw new DatabaseError('not_found', { subject: 'invoice', id: invoice_id })
  return kept
}
