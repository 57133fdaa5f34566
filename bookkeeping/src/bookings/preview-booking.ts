import { findConnection, findRelationOfCustomer, findSeries, type Transaction } from '@stella/database'
import {
  type CustomerContent,
  formatAmount,
  type InvoiceContent,
  type InvoiceTotals,
  isWithoutAmount,
  numberToCome,
  type VatReturnBox,
  type VatTreatment,
} from '@stella/invoicing'
import type { CauseCode } from '../causes/causes.ts'
import { type ConnectionState, connectionView } from '../connections/connection-view.ts'
import { relationCodeOf } from '../relations/relation-code.ts'
import { isPresent, type RelationState } from '../relations/relation-states.ts'
import { planMutation } from './plan-mutation.ts'
import type { PlannedLine } from './planned-mutation.ts'
import { referenceOf } from './reference.ts'
import { vatCodeOf } from './vat-codes.ts'

export type PreviewedLine = PlannedLine & {
  /** The treatments that share this VAT code; none for a rounding of one cent. */
  readonly vatTreatments: readonly VatTreatment[]
  /** Where it stands in the VAT return; null where it stands in none. */
  readonly box: VatReturnBox | null
}

export type BookingPreview = {
  readonly connection: ConnectionState | 'none'
  readonly date: string
  readonly description: string
  /** The invoice's own words did not all fit and end in «…». */
  readonly descriptionShortened: boolean
  readonly relation: { readonly code: string; readonly name: string; readonly isNew: boolean }
  readonly debtorsAccount: { readonly code: string; readonly name: string }
  readonly revenueAccount: { readonly code: string; readonly name: string }
  readonly amountsIncludeVat: boolean
  readonly totalGross: string
  readonly lines: readonly PreviewedLine[]
  /** It comes to zero: it can become final, and nothing is booked. */
  readonly hasNothingToBook: boolean
  /** Why it would not be booked; empty when it would. */
  readonly blockers: readonly { readonly cause: CauseCode; readonly detail: string }[]
}

const usualAccounts = {
  debtorsAccount: { code: '1300', name: 'Debiteuren' },
  revenueAccount: { code: '8000', name: 'Omzet' },
}

/**
 * What would be booked of an invoice, by the function that plans the booking itself. An invoice without a number
 * is shown with a number to come. Nothing is written.
 */
export async function previewBooking(
  tx: Transaction,
  input: {
    invoice: InvoiceContent & { totals: InvoiceTotals; id?: string | null; number?: string | null }
    customer: CustomerContent & { id: string }
  },
): Promise<BookingPreview> {
  const { invoice, customer } = input
  const row = await findConnection(tx)
  const connection = row === null ? null : connectionView(row)
  const relation = await findRelationOfCustomer(tx, customer.id)
  const accounts = connection ?? usualAccounts
  const relationCode = relation?.code ?? relationCodeOf(customer.id)
  const { pattern } = await findSeries(tx, invoice.seriesId)
  const plan = planMutation({
    invoice: { ...invoice, number: invoice.number ?? numberToCome(pattern, invoice.invoiceDate) },
    accounts: { debtors: accounts.debtorsAccount.code, revenue: accounts.revenueAccount.code },
    customerName: customer.name,
    relationCode,
    reference: referenceOf(invoice.id ?? ''),
  })
  return {
    connection: connection?.state ?? 'none',
    date: invoice.invoiceDate,
    description: plan.ok ? plan.mutation.description : '',
    descriptionShortened: plan.ok && plan.descriptionShortened,
    relation: {
      code: relationCode,
      name: customer.name,
      isNew: relation === null || !isPresent(relation.state as RelationState),
    },
    debtorsAccount: accounts.debtorsAccount,
    revenueAccount: accounts.revenueAccount,
    amountsIncludeVat: invoice.pricesIncludeVat,
    totalGross: formatAmount(invoice.totals.gross),
    lines: plan.ok
      ? plan.mutation.lines.map((line, at) => withTreatments(line, plan.treatments[at] ?? [], invoice))
      : [],
    hasNothingToBook: isWithoutAmount(invoice.totals),
    blockers: plan.ok || isWithoutAmount(invoice.totals) ? [] : [{ cause: plan.cause, detail: plan.detail }],
  }
}

function withTreatments(
  line: PlannedLine,
  vatTreatments: readonly VatTreatment[],
  { invoiceDate }: { invoiceDate: string },
): PreviewedLine {
  const [treatment] = vatTreatments
  const code =
    treatment === undefined ? null : vatCodeOf({ treatment, rate: line.vatPercentage }, invoiceDate)
  return { ...line, vatTreatments, box: code?.box ?? null }
}
