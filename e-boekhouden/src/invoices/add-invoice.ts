import type { CallOptions } from '../service/call-options.ts'
import type { Service } from '../service/service.ts'
import { dayInAmsterdam } from '../values/plain-date.ts'
import type { NewInvoice } from './invoice.ts'
import { invoiceToWire } from './invoice.ts'

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
