import { findRelationOfCustomer, type StoredFinal, type Transaction } from '@stella/database'
import { referenceOf } from '../bookings/reference.ts'
import { isPresent, type RelationState } from '../relations/relation-states.ts'
import type { ToAdopt } from './compare-adopted.ts'

/** An invoice as its mutation in these books should be. */
export async function invoiceToAdopt(
  tx: Transaction,
  { customerId, id, invoiceDate, number, totals }: StoredFinal,
  booksId: string,
): Promise<ToAdopt> {
  const relation = await findRelationOfCustomer(tx, customerId)
  const isKnown =
    relation !== null && relation.books_id === booksId && isPresent(relation.state as RelationState)
  return {
    number,
    date: invoiceDate,
    net: totals.net,
    vat: totals.vat,
    reference: referenceOf(id),
    relationCode: isKnown ? relation.code : null,
  }
}
