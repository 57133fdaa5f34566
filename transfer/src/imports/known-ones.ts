import { findKnownCustomers, findKnownProducts, type Transaction } from '@stella/database'
import { customerCells } from '../tables/customer-table.ts'
import { productCells } from '../tables/product-table.ts'
import type { Cells, Known } from './known.ts'

/** The ones of Stella that may be the same as some rows, read at once; which of them may be is asked by row. */
export async function knownOnes(
  tx: Transaction,
  kind: 'customers' | 'products',
  rows: readonly Cells[],
): Promise<(cells: Cells) => readonly Known[]> {
  const said = (fields: readonly (keyof Cells)[]) => [
    ...new Set(
      rows.flatMap((cells) => fields.map((field) => cells[field] ?? '').filter((text) => text !== '')),
    ),
  ]
  const known: Known[] =
    kind === 'customers'
      ? (
          await findKnownCustomers(tx, {
            names: said(['name']),
            numbers: said(['kvkNumber', 'vatNumber']).flatMap((text) => [text, bare(text)]),
          })
        ).map((customer) => ({
          id: customer.id,
          revision: customer.revision,
          cells: customerCells(customer),
        }))
      : (await findKnownProducts(tx, { codes: said(['code']), descriptions: said(['description']) })).map(
          (product) => ({ id: product.id, revision: product.revision, cells: productCells(product) }),
        )
  const fields =
    kind === 'customers' ? (['name', 'kvkNumber', 'vatNumber'] as const) : (['code', 'description'] as const)
  const byWord = new Map<string, Known[]>()
  for (const one of known) {
    for (const field of fields) {
      const word = bare(one.cells[field] ?? '')
      if (word !== '') byWord.set(word, [...(byWord.get(word) ?? []), one])
    }
  }
  return (cells) => [...new Set(fields.flatMap((field) => byWord.get(bare(cells[field] ?? '')) ?? []))]
}

function bare(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/[\p{Mn}\s.]/gu, '')
    .toUpperCase()
}
