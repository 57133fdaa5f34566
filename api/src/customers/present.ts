import type { StoredCustomer } from '@stella/database'
import type { z } from 'zod'
import type { Customer } from './contract.ts'

/** A customer as the API answers it. */
export function presentCustomer(customer: StoredCustomer): z.infer<typeof Customer> {
  return {
    ...customer,
    createdAt: customer.createdAt.toISOString(),
    updatedAt: customer.updatedAt.toISOString(),
  }
}
