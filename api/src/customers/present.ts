import type { StoredCustomer } from '@stella/database'
import type { z } from 'zod'
import type { Customer } from './contract.ts'

/** A customer as the API answers it. */
export function presentCustomer({
  archivedAt,
  createdAt,
  updatedAt,
  ...customer
}: StoredCustomer): z.infer<typeof Customer> {
  return {
    ...customer,
    postalAddress: customer.postalAddress ?? null,
    contacts: [...(customer.contacts ?? [])],
    oin: customer.oin ?? null,
    peppolId: customer.peppolId ?? null,
    paymentTermDays: customer.paymentTermDays ?? null,
    language: customer.language ?? null,
    vatTreatment: customer.vatTreatment ?? null,
    archivedAt: archivedAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  }
}
