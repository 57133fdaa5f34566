import type { CustomerContent } from '../customers/customer.ts'
import type { OrganizationProfile } from '../organizations/organization-profile.ts'
import { type Problem, type Validated, validated } from '../problems/problem.ts'
import { computeTotals, type InvoiceTotals } from '../vat/compute-totals.ts'
import { type DatedRate, statutoryRates } from '../vat/rates.ts'
import { vatNumberProblems } from '../vat/vat-number-problems.ts'
import type { InvoiceContent } from './invoice.ts'
import { type DraftInput, validateDraft } from './validate-draft.ts'

/** A draft that may be made final, with what it comes to. */
export type FinalizableInvoice = { readonly content: InvoiceContent; readonly totals: InvoiceTotals }

/** Whom an invoice is from and to. */
export type Parties = { readonly customer: CustomerContent; readonly sender: OrganizationProfile }

/**
 * Checks whether a draft can be made final between these parties. Beyond what a draft must be: at least one line,
 * each with a description, a customer whose address is known, and the VAT numbers that its treatments need. A line may
 * come to zero («garantie, kosteloos»), and so may the whole: then there is nothing to book. Problems of the parties
 * have paths such as «customer.address» and «organization.vatNumber».
 */
export function validateFinal(
  draft: DraftInput,
  parties: Parties,
  rates: readonly DatedRate[] = statutoryRates,
): Validated<FinalizableInvoice> {
  const { customer } = parties
  const checked = validateDraft(draft, rates)
  if (!checked.ok) return { ok: false, problems: [...checked.problems, ...problemsOfCustomer(customer)] }
  const content = checked.value
  const totals = computeTotals(content.lines, content.pricesIncludeVat)
  const treatments = totals.vatGroups.map((group) => group.treatment)
  const problems = [
    ...problemsOfLines(content),
    ...problemsOfCustomer(customer),
    ...vatNumberProblems(treatments, parties),
  ]
  return validated(problems, { content, totals })
}

function problemsOfLines(content: InvoiceContent): Problem[] {
  if (content.lines.length === 0) return [{ path: 'lines', code: 'no_lines' }]
  return content.lines.flatMap((line, index) => {
    const found: Problem[] = []
    if (line.description === '') found.push({ path: `lines.${index}.description`, code: 'required' })
    return found
  })
}

/** Countries without postal codes exist, so only the Netherlands' is asked for. */
function problemsOfCustomer(customer: CustomerContent): Problem[] {
  const wanted =
    customer.country === 'NL' ? (['address', 'postalCode', 'city'] as const) : (['address', 'city'] as const)
  return wanted
    .filter((field) => customer[field] === null)
    .map((field) => ({ path: `customer.${field}`, code: 'customer_address_missing' }))
}
