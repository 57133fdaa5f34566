import type { CustomerFigures, StoredCustomer } from '@stella/database'
import { formatAmount } from '@stella/invoicing'
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
    attachUbl: customer.attachUbl ?? null,
    archivedAt: archivedAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  }
}

export function presentFigures({ drafts, years }: CustomerFigures) {
  return {
    drafts,
    years: years.map(({ credited, gross, ...year }) => ({
      ...year,
      gross: formatAmount(gross),
      credited: formatAmount(credited),
    })),
  }
}
