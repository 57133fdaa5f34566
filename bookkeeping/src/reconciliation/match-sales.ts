import type { SalesMutation } from '../ports/readings.ts'
import type { StellaSale } from './stella-side.ts'

/** A document of Stella with the mutations that are its own, or say that they are; its own first. */
export type Match = { readonly sale: StellaSale; readonly found: readonly SalesMutation[] }

export type Matched = {
  readonly matches: readonly Match[]
  /** Those of no document. */
  readonly alone: readonly SalesMutation[]
  /** Documents booked since the books were read: in neither side, with their mutations. */
  readonly since: number
}

/**
 * Finds the mutations of each document: first each its own, by the number of the mutation, whatever people made of it;
 * then what has its invoice number or its mark. Every mutation goes to one document at most, in time that grows with
 * their number and not with its square.
 *
 * @param readAt when reading of the books began: nothing is said of what was booked after it
 */
export function matchSales(
  sales: readonly StellaSale[],
  mutations: readonly SalesMutation[],
  readAt: number,
): Matched {
  const left = new Map(mutations.map((mutation) => [mutation.number, mutation]))
  const isSince = ({ standing }: StellaSale) => standing.state === 'booked' && standing.bookedAt >= readAt
  const own = new Map(sales.map((sale) => [sale, take(left, ownNumbers(sale))]))
  const judged = sales.filter((sale) => !isSince(sale))
  const index = indexOf(left.values())
  const matches = judged.map((sale) => {
    const others = keysOf(sale).flatMap((key) => index.get(key) ?? [])
    return { sale, found: [...(own.get(sale) ?? []), ...take(left, others)] }
  })
  return { matches, alone: [...left.values()], since: sales.length - judged.length }
}

/** Takes them out, so that each is named once. */
function take(left: Map<number, SalesMutation>, numbers: readonly number[]): SalesMutation[] {
  return numbers.flatMap((number) => {
    const mutation = left.get(number)
    left.delete(number)
    return mutation ?? []
  })
}

function ownNumbers({ standing }: StellaSale): number[] {
  const number = 'mutationNumber' in standing ? standing.mutationNumber : null
  return number === null ? [] : [number]
}

/** The sales invoices of the books, by their invoice numbers and by their marks. */
function indexOf(mutations: Iterable<SalesMutation>): ReadonlyMap<string, readonly number[]> {
  const index = new Map<string, number[]>()
  for (const { document, invoiceNumber, kind, number } of mutations) {
    if (kind !== 'invoice_sent') continue
    for (const key of [`number ${plainNumber(invoiceNumber)}`, `mark ${document}`]) {
      const numbers = index.get(key)
      if (numbers === undefined) index.set(key, [number])
      else numbers.push(number)
    }
  }
  return index
}

function keysOf({ number, standing }: StellaSale): string[] {
  const mark = 'reference' in standing ? standing.reference : null
  return [`number ${plainNumber(number)}`, ...(mark === null ? [] : [`mark ${mark}`])]
}

/** Numbers are compared as the service does, and without blanks, which people type. */
export function plainNumber(number: string): string {
  return number.replaceAll(/\s/g, '').toLowerCase()
}
