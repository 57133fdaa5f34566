import { isReference } from '../bookings/reference.ts'
import type { BookedMutation, SalesMutation } from '../ports/readings.ts'
import { salesOf } from '../reconciliation/books-side.ts'

/** An invoice as its mutation should be; amounts in cents, negative of a credit note. */
export type ToAdopt = {
  readonly number: string
  readonly date: string
  readonly net: bigint
  readonly vat: bigint
  /** Stella's own mark of this invoice. */
  readonly reference: string
  /** Of the relation that its customer is there; null where that is not known. */
  readonly relationCode: string | null
}

/** One way in which the mutation is not as the invoice is; amounts in cents, null where they are no number of them. */
export type AdoptionDifference =
  | { readonly what: 'number' | 'date' | 'relation'; readonly stella: string; readonly books: string }
  | { readonly what: 'net' | 'vat'; readonly stella: bigint; readonly books: bigint | null }

/**
 * Why a mutation cannot be the invoice: `absent` under its number, `not_a_sale`, `of_another`: it carries Stella's mark
 * of another invoice, `taken`: another invoice is it.
 */
export type AdoptionRefusal = 'absent' | 'not_a_sale' | 'of_another' | 'taken'

/** What is kept of a mutation that was read to be adopted. */
export function foundOf(mutation: BookedMutation): SalesMutation {
  const { account: _, lines: __, ...head } = mutation
  return salesOf(mutation) ?? { ...head, lines: [] }
}

/** Whether what stands under the number can be the invoice at all; null where it can, however much of it differs. */
export function refusalOf(
  found: SalesMutation | null,
  { reference }: Pick<ToAdopt, 'reference'>,
): Exclude<AdoptionRefusal, 'taken'> | null {
  if (found === null) return 'absent'
  if (found.kind !== 'invoice_sent') return 'not_a_sale'
  return isReference(found.document) && found.document !== reference ? 'of_another' : null
}

/** What of a mutation is another than the invoice says, in the order in which people look. */
export function differencesOf(invoice: ToAdopt, found: SalesMutation): readonly AdoptionDifference[] {
  const net = sumOf(found.lines.map((line) => line.net))
  const vat = sumOf(found.lines.map((line) => line.vat))
  const isOfOther = invoice.relationCode !== null && invoice.relationCode !== found.relationCode
  return [
    ...(isSameNumber(invoice.number, found.invoiceNumber)
      ? []
      : [{ what: 'number' as const, stella: invoice.number, books: found.invoiceNumber }]),
    ...(invoice.date === found.date
      ? []
      : [{ what: 'date' as const, stella: invoice.date, books: found.date }]),
    ...(invoice.net === net ? [] : [{ what: 'net' as const, stella: invoice.net, books: net }]),
    ...(invoice.vat === vat ? [] : [{ what: 'vat' as const, stella: invoice.vat, books: vat }]),
    ...(isOfOther
      ? [{ what: 'relation' as const, stella: invoice.relationCode ?? '', books: found.relationCode }]
      : []),
  ]
}

/** Null when one of them is no number of cents. */
function sumOf(amounts: readonly (string | null)[]): bigint | null {
  let sum = 0n
  for (const amount of amounts) {
    if (amount === null) return null
    sum += BigInt(amount)
  }
  return sum
}

/** Without blanks and case, as people type numbers. */
function isSameNumber(left: string, right: string): boolean {
  const plain = (number: string) => number.replaceAll(/\s/g, '').toLowerCase()
  return plain(left) === plain(right)
}
