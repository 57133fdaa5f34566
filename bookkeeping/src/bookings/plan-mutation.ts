import type { InvoiceContent, InvoiceTotals, VatTreatment } from '@stella/invoicing'
import type { CauseCode } from '../causes/causes.ts'
import type { SalesAccounts } from '../mappings/sales-accounts.ts'
import { agreesWithTotals } from './check-plan.ts'
import { describeBooking } from './description.ts'
import type { PlannedMutation } from './planned-mutation.ts'
import { type KeptPart, keepParts, linesOf, partsOf, writeLine } from './planned-parts.ts'
import { vatCodeOf } from './vat-codes.ts'

export type PlannableInvoice = Pick<
  InvoiceContent,
  'invoiceDate' | 'paymentTermDays' | 'description' | 'pricesIncludeVat' | 'lines' | 'allowances'
> & {
  readonly number: string
  readonly totals: InvoiceTotals
  readonly credits?: { readonly number: string } | null
}

export type MutationPlan =
  | {
      readonly ok: true
      readonly mutation: PlannedMutation
      /** Why each amount stands on its account. */
      readonly parts: readonly KeptPart[]
      /** Of each line of the mutation the treatments that stand on it; none for a rounding of a cent. */
      readonly treatments: readonly (readonly VatTreatment[])[]
      readonly descriptionShortened: boolean
    }
  | { readonly ok: false; readonly cause: CauseCode; readonly detail: string }

/**
 * The exact mutation of an invoice: one line for each revenue account, VAT code and box of the VAT return, adding up to
 * the invoice's totals to the cent in every column; a plan that does not is refused. What is taxed at nothing (box 1e) and
 * what is exempt (in no box) have one code and a line each. More than one where a part that is credited has a
 * cent of VAT beside its rate, so that every line passes the service's own check of VAT over net. Pure: the preview, the booking and the
 * verification all use it.
 *
 * @param input.accounts those of the books on the day that it becomes final; of a credit note those of its invoice
 */
export function planMutation(input: {
  invoice: PlannableInvoice
  accounts: SalesAccounts
  customerName: string
  relationCode: string
  reference: string
}): MutationPlan {
  const { invoice, accounts } = input
  const unknown = invoice.totals.vatGroups.find((group) => vatCodeOf(group, invoice.invoiceDate) === null)
  if (unknown !== undefined) return { ok: false, cause: 'vat_treatment_unknown', detail: unknown.treatment }
  const parts = partsOf(invoice)
  const lines = linesOf(parts, accounts)
  if (!agreesWithTotals(lines, invoice)) {
    return { ok: false, cause: 'plan_disagrees', detail: invoice.number }
  }
  if (lines.length === 0) return { ok: false, cause: 'invoice_without_amount', detail: invoice.number }
  const description = describeBooking({
    number: invoice.number,
    creditedNumber: invoice.credits?.number ?? null,
    customerName: input.customerName,
    description: invoice.description,
  })
  return {
    ok: true,
    descriptionShortened: description.shortened,
    treatments: lines.map(({ treatments }) => treatments),
    parts: keepParts(parts, accounts),
    mutation: {
      date: invoice.invoiceDate,
      debtorsAccount: accounts.debtors,
      relationCode: input.relationCode,
      invoiceNumber: invoice.number,
      reference: input.reference,
      description: description.text,
      paymentTermDays: invoice.paymentTermDays,
      amountsIncludeVat: invoice.pricesIncludeVat,
      lines: lines.map(writeLine),
    },
  }
}
