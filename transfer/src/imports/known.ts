import type { CustomerCells } from '../tables/customer-table.ts'
import type { HistoryCells } from '../tables/history-table.ts'
import type { ProductCells } from '../tables/product-table.ts'

/** The cells of a customer, a product or an invoice, of the fields that are known. */
export type Cells = Partial<CustomerCells & ProductCells & HistoryCells>

/** A customer or product that is in Stella already. */
export type Known = { readonly id: string; readonly revision: number; readonly cells: Cells }
