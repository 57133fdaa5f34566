import type { CustomerContent } from '../customers/customer.ts'
import { type Problem, type Validated, validated } from '../problems/problem.ts'
import { computeTotals, type InvoiceTotals } from '../vat/compute-totals.ts'
import type { InvoiceContent } from './invoice.ts'
import { type DraftInput, validateDraft } from './validate-draft.ts'

/** A draft that may be made final, with what it comes to. */
export type FinalizableInvoice = { readonly content: InvoiceContent; readonly totals: InvoiceTotals }

/**
 * Checks whether a draft can be made final for this customer. Beyond what a draft must be: at least one line,
 * each with a description and an amount that is not zero, a total that is not zero, and a customer whose
 * address is known. Problems of the customer have paths such as «customer.address».
 */
export function validateFinal(draft: DraftInput, customer: CustomerContent): Validated<FinalizableInvoice> {
  const checked = validateDraft(draft)
  if (!checked.ok) return { ok: false, problems: [...checked.problems, ...problemsOfCustomer(customer)] }
  const content = checked.value
  const totals = computeTotals(content.lines, content.pricesIncludeVat)
  const problems = [...problemsOfLines(content, totals), ...problemsOfCustomer(customer)]
  return validated(problems, { content, totals })
}

function problemsOfLines(content: InvoiceContent, totals: InvoiceTotals): Problem[] {
  if (content.lines.length === 0) return [{ path: 'lines', code: 'no_lines' }]
  const problems = content.lines.flatMap((line, index) => {
    const found: Problem[] = []
    if (line.description === '') found.push({ path: `lines.${index}.description`, code: 'required' })
    if (line.quantity === '0') found.push({ path: `lines.${index}.quantity`, code: 'line_of_zero' })
    else if (totals.lines[index]?.amount === 0n) {
      found.push({ path: `lines.${index}.unitPrice`, code: 'line_of_zero' })
    }
    return found
  })
  if (problems.length === 0 && totals.gross === 0n) problems.push({ path: 'lines', code: 'total_of_zero' })
  return problems
}

/** Countries without postal codes exist, so only the Netherlands' is asked for. */
function problemsOfCustomer(customer: CustomerContent): Problem[] {
  const wanted =
    customer.country === 'NL' ? (['address', 'postalCode', 'city'] as const) : (['address', 'city'] as const)
  return wanted
    .filter((field) => customer[field] === null)
    .map((field) => ({ path: `customer.${field}`, code: 'customer_address_missing' }))
}
