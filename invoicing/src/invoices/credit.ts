import { negate, ZERO } from '../money/cents.ts'
import type { Problem, Validated } from '../problems/problem.ts'
import { readQuantity } from '../quantities/quantity.ts'
import type { InvoiceTotals } from '../vat/compute-totals.ts'
import {
  type Creditable,
  type CreditContent,
  contentOfCredit,
  tenThousandths,
  totalsOfPart,
} from './credit-totals.ts'
import { leftOf } from './left-to-credit.ts'

/** How much of one line is credited, by its place on the invoice; in the sign of the line itself. */
export type CreditedLine = { readonly position: number; readonly quantity: string }

/**
 * The part of an invoice that is credited, as lines and totals with the opposite sign; without lines all that is left.
 * Every part is what the invoice came to with all that is credited now, less what it came to before: so parts add up
 * to the exact negative of the invoice, in every rate and with every discount, however they are cut.
 *
 * @param before what earlier credit notes took of each line, by its place
 */
export function creditContent(
  invoice: Creditable,
  before: ReadonlyMap<number, string>,
  wanted: readonly CreditedLine[] | null,
): Validated<CreditContent> {
  const taken = invoice.lines.map((_, position) => tenThousandths(before.get(position) ?? '0'))
  const problems: Problem[] = []
  const more = wanted === null ? leftOf(invoice, taken) : readWanted(problems, invoice, taken, wanted)
  if (problems.length > 0) return { ok: false, problems }
  const isAtOnce = before.size === 0 && isOfNoQuantity(invoice)
  if (!isAtOnce && more.every((quantity) => quantity === 0n))
    return { ok: false, problems: [{ path: 'lines', code: 'nothing_to_credit' }] }
  const together = taken.map((quantity, position) => quantity + (more[position] ?? 0n))
  const after = totalsOfPart(invoice, together)
  if (isBeyond(after.gross, invoice.totals.gross))
    return { ok: false, problems: [{ path: 'lines', code: 'credit_too_much' }] }
  const earlier = isAtOnce ? nothing : totalsOfPart(invoice, taken)
  const content = contentOfCredit(invoice, { before: earlier, more, after })
  return isBeyond(negate(content.totals.gross), invoice.totals.gross)
    ? { ok: false, problems: [{ path: 'lines', code: 'credit_too_much' }] }
    : { ok: true, value: content }
}

/**
 * Whether no line has a quantity to credit a part of, so that charges are all there is («0 uur, voorrijkosten € 25»).
 * Such an invoice is credited at once, or was.
 */
function isOfNoQuantity({ lines }: Creditable): boolean {
  return lines.every(({ quantity }) => tenThousandths(quantity) === 0n)
}

const nothing: InvoiceTotals = { lines: [], vatGroups: [], net: ZERO, vat: ZERO, gross: ZERO }

function readWanted(
  problems: Problem[],
  invoice: Creditable,
  taken: readonly bigint[],
  wanted: readonly CreditedLine[],
): bigint[] {
  const left = leftOf(invoice, taken)
  const more = left.map(() => 0n)
  for (const [index, { position, quantity: text }] of wanted.entries()) {
    const path = `lines.${index}.quantity`
    const quantity = readQuantity(text.trim())
    const rest = left[position]
    if (rest === undefined) problems.push({ path: `lines.${index}.position`, code: 'choice_unknown' })
    else if (quantity === null) problems.push({ path, code: 'quantity_invalid' })
    else {
      more[position] = (more[position] ?? 0n) + tenThousandths(quantity)
      if (isBeyond(more[position] ?? 0n, rest)) problems.push({ path, code: 'credit_too_much' })
    }
  }
  return more
}

/** Whether an amount lies outside what goes from nothing to the whole, either side of zero. */
function isBeyond(part: bigint, whole: bigint): boolean {
  return whole < 0n ? part > 0n || part < whole : part < 0n || part > whole
}
