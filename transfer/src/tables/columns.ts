import type { CustomerContent, ProductContent } from '@stella/invoicing'
import { type Language, textsIn } from '@stella/texts'
import { customerCells, customerFields } from './customer-table.ts'
import { productCells, productFields } from './product-table.ts'
import { type CodedField, wordsIn } from './words.ts'

/** What stands in one cell: words, or an amount in machine notation («-1234.56»), which stays a number. */
export type Cell = string | null | { readonly amount: string }

export type Column<Row> = { readonly title: string; readonly cell: (row: Row) => Cell }

/** Every field of a customer: what was taken out can be brought in again. */
export function customerColumns(language: Language): Column<CustomerContent>[] {
  const { customers: titles } = textsIn(language).csv
  return columnsOf(customerFields, titles, customerCells, language)
}

/** Every field of a product: what was taken out can be brought in again. */
export function productColumns(language: Language): Column<ProductContent>[] {
  const { products: titles } = textsIn(language).csv
  return columnsOf(productFields, titles, productCells, language)
}

/** Those that a spreadsheet may reckon with. */
const amounts: readonly string[] = ['unitPrice', 'vatRate']

function columnsOf<Field extends string, Row>(
  fields: readonly Field[],
  titles: Readonly<Record<Field, string>>,
  cellsOf: (row: Row) => Readonly<Record<Field, string>>,
  language: Language,
): Column<Row>[] {
  const words: Partial<Record<string, Readonly<Record<string, string>>>> = wordsIn(language)
  return fields.map((field) => ({
    title: titles[field],
    cell: (row) => {
      const text = cellsOf(row)[field]
      if (amounts.includes(field) && text !== '') return { amount: text }
      return words[field satisfies CodedField | string]?.[text] ?? text
    },
  }))
}
