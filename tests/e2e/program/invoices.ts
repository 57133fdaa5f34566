import type { APIRequestContext } from '@playwright/test'
import type { Screen } from '../../program/running-program.ts'
import { post } from './account.ts'

/** A customer with all that an invoice needs. */
export function company(name: string) {
  return { kind: 'company', name, address: 'Kade 9', postalCode: '8011 AB', city: 'Zwolle' }
}

/** An invoice with one line, of € 65,40 with VAT. */
export function invoiceFor(customerId: string) {
  return {
    customerId,
    invoiceDate: '2026-11-03',
    paymentTermDays: 14,
    lines: [{ description: 'Slot', quantity: '1', unitPrice: '60.00', vatTreatment: 'low' }],
  }
}

/** Saves such an invoice for a new customer of this name, and gives its id. */
export async function saveDraft(request: APIRequestContext, program: Screen, name: string): Promise<string> {
  const { id: customerId } = await post<{ id: string }>(request, program, '/api/customers', company(name))
  const { id } = await post<{ id: string }>(request, program, '/api/invoices', invoiceFor(customerId))
  return id
}

/** Makes a draft final, and gives its number. */
export async function finalize(request: APIRequestContext, program: Screen, id: string): Promise<string> {
  const path = `/api/invoices/${id}/finalization`
  return (await post<{ number: string }>(request, program, path, {})).number
}

/** Leaves a draft, as who closes its page does: its customer goes to the books now. */
export async function leaveDraft(request: APIRequestContext, program: Screen, id: string): Promise<void> {
  const url = new URL(`/api/invoices/${id}/leaving`, program.address).href
  const answer = await request.post(url, { headers: { origin: program.address } })
  if (!answer.ok()) throw new Error(`A draft cannot be left: ${answer.status()} ${await answer.text()}`)
}
