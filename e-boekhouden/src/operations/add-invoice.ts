import type { CallOptions } from '../call-options.ts'
import type { NewInvoice } from '../invoices.ts'
import { invoiceToWire } from '../invoices.ts'
import { dayInAmsterdam } from '../plain-date.ts'
import type { Service } from '../service.ts'

/** AddFactuur. */
export async function addInvoice(
  service: Service,
  invoice: NewInvoice,
  options?: CallOptions,
): Promise<{ invoiceNumber: string }> {
  const { Factuurnummer } = await service.call(
    'AddFactuur',
    (check) => {
      check.record('invoice', invoice)
      return { oFact: invoiceToWire(check, invoice, dayInAmsterdam(service.now())) }
    },
    options,
  )
  return { invoiceNumber: Factuurnummer }
}
