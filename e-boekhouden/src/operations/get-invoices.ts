import { assumptions } from '../assumptions.ts'
import type { CallOptions } from '../call-options.ts'
import { checkFields } from '../check-fields.ts'
import type { Invoice, InvoiceFilter } from '../invoices.ts'
import { invoiceFromWire } from '../invoices.ts'
import type { Service } from '../service.ts'

/** GetFacturen. */
export async function getInvoices(
  service: Service,
  filter: InvoiceFilter = {},
  options?: CallOptions,
): Promise<Invoice[]> {
  const check = checkFields('GetFacturen')
  const cFilter = {
    Factuurnummer: check.text('invoiceNumber', filter.invoiceNumber, { max: 50 }),
    Relatiecode: check.text('relationCode', filter.relationCode, { max: 15 }),
    DatumVan: check.date('dateFrom', filter.dateFrom ?? assumptions.wholeRange.from),
    DatumTm: check.date('dateTo', filter.dateTo ?? assumptions.wholeRange.to),
  }
  const { Facturen } = await service.call('GetFacturen', { cFilter }, options)
  return Facturen.map(invoiceFromWire)
}
