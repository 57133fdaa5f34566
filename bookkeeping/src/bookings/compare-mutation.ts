import { parseAmount } from '@stella/invoicing'
import type { CauseCode } from '../causes/causes.ts'
import type { Sighting } from '../deliveries/decide-after-look-up.ts'
import type { FoundLine, FoundMutation } from '../ports/books.ts'
import type { PlannedLine, PlannedMutation } from './planned-mutation.ts'
import { isReference } from './reference.ts'

/**
 * What a look-up by invoice number tells about our booking. `number` is the mutation to adopt.
 *
 * One that carries our mark is ours. So is one that carries nobody's mark and is equal in everything, but only
 * when ours can no longer come: before that it would stand beside it. One that is not equal belongs to a person to
 * judge, and so do two: sending could only make it worse.
 *
 * Ours under another relation code is ours all the same: people may have changed that code, and reading back looks
 * into it.
 *
 * @param canStillCome whether a request of ours may yet be carried out, or not be visible yet
 */
export function judgeFound(
  planned: PlannedMutation,
  found: readonly FoundMutation[],
  canStillCome: boolean,
  relationCode = planned.relationCode,
): { sighting: Sighting; number: number | null } {
  const candidates = found.filter((it) => it.isSalesInvoice && it.invoiceNumber === planned.invoiceNumber)
  const [first] = candidates
  if (first === undefined) return { sighting: { kind: 'nothing' }, number: null }
  if (candidates.length > 1) return contradiction('found_twice')
  const isOurs = first.document === planned.reference
  if (!isOurs && isReference(first.document)) return contradiction('number_in_use')
  const isEqual = isSame(planned, first)
  const isOfRelation = isOf(planned, relationCode, first)
  if (!isOurs && canStillCome && isEqual && isOfRelation)
    return { sighting: { kind: 'nothing' }, number: null }
  if (isEqual && (isOurs || isOfRelation)) return { sighting: { kind: 'ours' }, number: first.number }
  return contradiction(isOurs ? 'changed_in_books' : 'number_in_use')
}

/**
 * What reading back tells of a booked mutation. `numbers` are those of the mutations that contradict each other,
 * ours first.
 */
export type ReadBack =
  | { readonly kind: 'equal' }
  | { readonly kind: 'not_seen' }
  /** Equal in all but the code of its relation, which people may have changed: the relation's id tells. */
  | { readonly kind: 'other_relation'; readonly code: string; readonly numbers: readonly number[] }
  | { readonly kind: 'contradiction'; readonly cause: CauseCode; readonly numbers: readonly number[] }

/**
 * Judges a booked mutation by what was read: the mutations with its number and with the numbers around it. Another
 * one under the same invoice number, or with our mark, is a double, however equal ours is.
 */
export function judgeReadBack(
  {
    mutation,
    mutationNumber,
    relationCode = mutation.relationCode,
  }: { mutation: PlannedMutation; mutationNumber: number; relationCode?: string },
  read: readonly FoundMutation[],
): ReadBack {
  const booked = read.find((it) => it.number === mutationNumber)
  if (booked === undefined) return { kind: 'not_seen' }
  const doubles = read.filter((it) => it.number !== mutationNumber && isDouble(mutation, it))
  if (doubles.length > 0) {
    const numbers = [mutationNumber, ...doubles.map((it) => it.number)]
    return { kind: 'contradiction', cause: 'found_twice', numbers }
  }
  const isEqual =
    booked.isSalesInvoice && booked.invoiceNumber === mutation.invoiceNumber && isSame(mutation, booked)
  const numbers = [mutationNumber]
  if (!isEqual) return { kind: 'contradiction', cause: 'changed_in_books', numbers }
  return isOf(mutation, relationCode, booked)
    ? { kind: 'equal' }
    : { kind: 'other_relation', code: booked.relationCode, numbers }
}

/** A payment or a purchase may well bear the same number. */
function isDouble({ invoiceNumber, reference }: PlannedMutation, found: FoundMutation): boolean {
  return found.isSalesInvoice && (found.invoiceNumber === invoiceNumber || found.document === reference)
}

/** Under the code its relation had when it was planned, or has now. */
function isOf(planned: PlannedMutation, relationCode: string, found: FoundMutation): boolean {
  return found.relationCode === planned.relationCode || found.relationCode === relationCode
}

/** Same date, debtors account, and amounts per revenue account and VAT code, to the cent. */
function isSame(planned: PlannedMutation, found: FoundMutation): boolean {
  return (
    found.date === planned.date &&
    found.account === planned.debtorsAccount &&
    isSameAmounts(planned.lines.map(amountsOf), found.lines)
  )
}

function contradiction(cause: 'found_twice' | 'number_in_use' | 'changed_in_books') {
  return { sighting: { kind: 'contradiction', cause } as const, number: null }
}

function amountsOf(line: PlannedLine): FoundLine {
  return {
    account: line.revenueAccount,
    vatCode: line.vatCode,
    net: parseAmount(line.net),
    vat: parseAmount(line.vat),
    gross: parseAmount(line.gross),
  }
}

function isSameAmounts(left: readonly FoundLine[], right: readonly FoundLine[]): boolean {
  const wanted = sumPerCode(left)
  const present = sumPerCode(right)
  if (wanted === null || present === null) return false
  return wanted.size === present.size && [...wanted].every(([key, sum]) => present.get(key) === sum)
}

/** Null when an amount cannot be read in cents: then nothing is equal to it. */
function sumPerCode(lines: readonly FoundLine[]): Map<string, string> | null {
  const sums = new Map<string, { net: bigint; vat: bigint; gross: bigint }>()
  for (const { account, vatCode, net, vat, gross } of lines) {
    if (net === null || vat === null || gross === null) return null
    const key = `${account} ${vatCode}`
    const sum = sums.get(key) ?? { net: 0n, vat: 0n, gross: 0n }
    sums.set(key, { net: sum.net + net, vat: sum.vat + vat, gross: sum.gross + gross })
  }
  return new Map([...sums].map(([key, sum]) => [key, `${sum.net} ${sum.vat} ${sum.gross}`]))
}
