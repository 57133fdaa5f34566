import { type BackfillRow, customersToMatch, relationsTaken, type Transaction } from '@stella/database'
import { matchRelations, type RelationMatch } from '../relations/match-relations.ts'
import { relationCodeOf } from '../relations/relation-code.ts'
import type { BackfillPlan } from './plan-backfill.ts'
import { relationsIn } from './read-backfill.ts'

/** A customer that is no relation in these books yet, and what it seems to be there. */
export type CustomerMatch = {
  readonly customer: {
    readonly customerId: string
    readonly name: string
    readonly address: string
    readonly postalCode: string
    readonly email: string
    readonly kvkNumber: string
    readonly vatNumber: string
  }
  readonly match: RelationMatch
}

/** The customers of the invoices that would be booked, beside the relations that were read. */
export async function matchCustomers(
  tx: Transaction,
  backfill: BackfillRow,
  { adopt, book }: Pick<BackfillPlan, 'adopt' | 'book'>,
): Promise<CustomerMatch[]> {
  const { books_id: booksId } = backfill
  const customerIds = [...new Set(book.map(({ customerId }) => customerId))]
  const customers = await customersToMatch(tx, { booksId, customerIds })
  const codesOf = Map.groupBy(adopt, ({ invoice }) => invoice.customerId)
  const toMatch = customers.map(({ forCustomers, ...customer }) => {
    const found = forCustomers.flatMap((id) => codesOf.get(id) ?? [])
    const codes = new Set(found.map(({ mutation }) => mutation.relationCode))
    const [only = ''] = codes
    const code = relationCodeOf(customer.customerId)
    return { ...customer, code, invoicedCode: codes.size === 1 ? only : '' }
  })
  const matches = matchRelations(toMatch, relationsIn(backfill), await relationsTaken(tx, booksId))
  return toMatch.flatMap((customer, at) => {
    const match = matches[at]
    return match === undefined ? [] : [{ customer, match }]
  })
}
