import type { CallOptions } from '../call-options.ts'
import { checkFields } from '../check-fields.ts'
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
  const oFact = invoiceToWire(checkFields('AddFactuur'), invoice, dayInAmsterdam(service.now()))
  const { Factuurnummer } = await service.call('AddFactuur', { oFact }, options)
  return { invoiceNumber: Factuurnummer }
}
