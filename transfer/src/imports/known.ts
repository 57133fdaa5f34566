import type { CustomerCells } from '../tables/customer-table.ts'
import type { ProductCells } from '../tables/product-table.ts'

/** The cells of a customer or a product, of the fields that are known. */
export type Cells = Partial<CustomerCells & ProductCells>

/** A customer or product that is in Stella already. */
export type Known = { readonly id: string; readonly revision: number; readonly cells: Cells }
