import { causes, isCauseCode } from '@stella/bookkeeping'
import type { z } from 'zod'
import { CustomerField, type Mending } from './contract.ts'

/** What failed or waits: a booking is about both, a relation about a customer, the connection about neither. */
export type Concerned = { invoiceId?: string | null; customerId?: string | null }

/** Why: our cause, and what it was decided from, a code of the service or a field of the customer. */
export type Reason = { cause: string | null; causeCode?: string | null }

/** Where somebody of the organization mends a cause; null when that is not for them, or nothing is the matter. */
export function mendingOf(
  { cause, causeCode = null }: Reason,
  { invoiceId = null, customerId = null }: Concerned,
): z.infer<typeof Mending> | null {
  const mend = cause === 'disconnected' ? 'codes' : isCauseCode(cause) ? causes[cause].mend : 'nothing'
  const atCustomer = (field: z.infer<typeof CustomerField> | null) =>
    customerId === null ? null : { kind: 'customer' as const, customerId, field }
  switch (mend) {
    case 'nothing':
      return null
    case 'codes':
    case 'connection':
    case 'accounts':
      return { kind: mend }
    case 'customer':
      return atCustomer(customerField(causeCode))
    case 'invoice':
      // A relation is offered again at its customer.
      return invoiceId === null ? atCustomer(null) : { kind: 'invoice', invoiceId }
  }
}

/** The field of a customer that was refused before anything was sent, as the books' client calls it. */
function customerField(causeCode: string | null): z.infer<typeof CustomerField> | null {
  const field = CustomerField.safeParse(ourNames[causeCode ?? ''] ?? causeCode)
  return field.success ? field.data : null
}

const ourNames: Readonly<Record<string, string>> = {
  contactPerson: 'contactName',
  address2: 'postalAddress',
  postalCode2: 'postalAddress',
  city2: 'postalAddress',
  country2: 'postalAddress',
}
