import { parseAmount } from '@stella/invoicing'
import type { Sighting } from '../delivery/decide-after-look-up.ts'
import type { FoundLine, FoundMutation } from '../ports/books.ts'
import type { PlannedLine, PlannedMutation } from './planned-mutation.ts'
import { isReference } from './reference.ts'

/**
 * What a look-up by invoice number tells about our booking. `number` is the mutation to adopt.
 *
 * One that carries our mark, or carries nobody's mark and is equal in everything, is ours. One that is not equal
 * belongs to a person to judge, and so do two: sending could only make it worse.
 */
export function judgeFound(
  planned: PlannedMutation,
  found: readonly FoundMutation[],
): { sighting: Sighting; number: number | null } {
  const candidates = found.filter((it) => it.isSalesInvoice && it.invoiceNumber === planned.invoiceNumber)
  const [first] = candidates
  if (first === undefined) return { sighting: { kind: 'nothing' }, number: null }
  if (candidates.length > 1) return contradiction('found_twice')
  const isOurs = first.document === planned.reference
  if (!isOurs && isReference(first.document)) return contradiction('number_in_use')
  if (isEqual(planned, first)) return { sighting: { kind: 'ours' }, number: first.number }
  return contradiction(isOurs ? 'changed_in_books' : 'number_in_use')
}

/** Same relation, date, debtors account, and amounts per revenue account and VAT code, to the cent. */
export function isEqual(planned: PlannedMutation, found: FoundMutation): boolean {
  return (
    found.relationCode === planned.relationCode &&
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
