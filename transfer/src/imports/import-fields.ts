import type { StoredImport } from '@stella/database'
import { customerFields } from '../tables/customer-table.ts'
import { historyFields } from '../tables/history-table.ts'
import { productFields } from '../tables/product-table.ts'

export type ImportKind = StoredImport['kind']

/** Parts of a field that other programs keep in columns of their own. */
const partsOfCustomer = ['firstName', 'infix', 'lastName', 'houseNumber', 'houseNumberAddition'] as const

/** By what a relation of the books is known; only in what is read from the books themselves. */
export const fieldsOfRelation = ['relationId', 'relationCode'] as const

/** The fields that a column of a file can be, in the order in which they are offered. */
export const importFields = {
  customers: [...customerFields, ...partsOfCustomer, ...fieldsOfRelation],
  products: [...productFields],
  invoices: [...historyFields],
} as const satisfies Record<ImportKind, readonly string[]>

export type ImportField = (typeof importFields)[ImportKind][number]

/** By field what stands in the columns of a row: of the fields that the file has. */
export type RowCells = Readonly<Partial<Record<ImportField, string>>>

export function isImportField(kind: ImportKind, name: string): name is ImportField {
  return (importFields[kind] as readonly string[]).includes(name)
}
