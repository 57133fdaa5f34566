import type { StoredProduct } from '@stella/database'
import { offeredVatTreatments } from '@stella/invoicing'
import type { z } from 'zod'
import type { Product } from './contract.ts'

/** A product as the API answers it. */
export function presentProduct(product: StoredProduct): z.infer<typeof Product> {
  const vatTreatment = offeredVatTreatments.find((offered) => offered === product.vatTreatment)
  if (vatTreatment === undefined) throw new Error(`Product ${product.id} has a treatment of no line.`)
  return {
    ...product,
    vatTreatment,
    createdAt: product.createdAt.toISOString(),
    updatedAt: product.updatedAt.toISOString(),
  }
}
