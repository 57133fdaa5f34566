import { type Problem, type Validated, validated } from '../problems/problem.ts'
import { type InvoiceTotals, totalsOf } from '../vat/compute-totals.ts'
import { type DatedRate, statutoryRates } from '../vat/rates.ts'
import type { InvoiceContent } from './invoice.ts'
import { legalProblems, type Parties } from './legal-demands.ts'
import { type DraftInput, validateDraft } from './validate-draft.ts'

/** A draft that may be made final, with what it comes to. */
export type FinalizableInvoice = { readonly content: InvoiceContent; readonly totals: InvoiceTotals }

/**
 * Checks whether a draft can be made final between these parties. Beyond what a draft must be: at least one line that is
 * more than a text, each with a description, and of both parties what the law wants on an invoice of this kind. A line
 * may come to zero («garantie, kosteloos»), and so may the whole: then there is nothing to book. Problems of the
 * parties have paths such as «customer.address» and «organization.vatNumber».
 */
export function validateFinal(
  draft: DraftInput,
  parties: Parties,
  rates: readonly DatedRate[] = statutoryRates,
): Validated<FinalizableInvoice> {
  const checked = validateDraft(draft, rates)
  if (!checked.ok) return checked
  const content = checked.value
  const totals = totalsOf(content)
  const problems = [...problemsOfLines(content), ...legalProblems(content, totals, parties)]
  return validated(problems, { content, totals })
}

function problemsOfLines(content: InvoiceContent): Problem[] {
  if (!content.lines.some((line) => line.kind !== 'text')) return [{ path: 'lines', code: 'no_lines' }]
  return content.lines.flatMap((line, index) => {
    const found: Problem[] = []
    if (line.description === '') found.push({ path: `lines.${index}.description`, code: 'required' })
    return found
  })
}
