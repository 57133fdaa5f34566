import { assumptions } from '../service/assumptions.ts'
import type { CallOptions } from '../service/call-options.ts'
import type { Service } from '../service/service.ts'
import type { Invoice, InvoiceFilter } from './invoice.ts'
import { invoiceFromWire } from './invoice.ts'

/** GetFacturen. */
export async function getInvoices(
  service: Service,
  filter: InvoiceFilter = {},
  options?: CallOptions,
): Promise<Invoice[]> {
  const { Facturen } = await service.call(
    'GetFacturen',
    (check) => {
      check.record('filter', filter)
      return {
        cFilter: {
          Factuurnummer: check.text('invoiceNumber', filter.invoiceNumber, { max: 50 }),
          Relatiecode: check.text('relationCode', filter.relationCode, { max: 15 }),
          DatumVan: check.date('dateFrom', filter.dateFrom ?? assumptions.wholeRange.from),
          DatumTm: check.date('dateTo', filter.dateTo ?? assumptions.wholeRange.to),
        },
      }
    },
    options,
  )
  return Facturen.map(invoiceFromWire)
}
