import type { CustomerFigures, CustomerInList, StoredCustomer } from '@stella/database'
import { formatAmount } from '@stella/invoicing'
import type { z } from 'zod'
import { stateOfRelation } from '../relations/present.ts'
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

/** A customer of the list, with its figures. */
export function presentCustomerInList({ invoiced, outstanding, relation, ...customer }: CustomerInList) {
  return {
    ...presentCustomer(customer),
    invoiced: formatAmount(invoiced),
    outstanding: formatAmount(outstanding),
    relation: {
      state: relation === null ? ('none' as const) : stateOfRelation(relation.state),
      code: relation?.code ?? null,
    },
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
