import {
  type ConnectionRow,
  findBookingOfInvoice,
  findConnection,
  findLedgerAccounts,
  findRelationOfCustomer,
  findSeries,
  type LedgerAccount,
  type Transaction,
} from '@stella/database'
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
import { accountsOfInvoice, bookedOn } from '../mappings/accounts-of-booking.ts'
import { accountsOfBooks, productsIn } from '../mappings/accounts-of-books.ts'
import { fitAmong, unfitAccountIn } from '../mappings/fit-accounts.ts'
import { USUAL_ACCOUNTS } from '../mappings/sales-accounts.ts'
import { relationCodeOf } from '../relations/relation-code.ts'
import { isPresent, type RelationState } from '../relations/relation-states.ts'
import { planMutation } from './plan-mutation.ts'
import type { PlannedLine } from './planned-mutation.ts'
import { referenceOf } from './reference.ts'
import { vatCodeOf } from './vat-codes.ts'

type NamedAccount = { readonly code: string; readonly name: string }

export type PreviewedLine = PlannedLine & {
  /** The revenue account, with its name in the books as far as that is known. */
  readonly account: NamedAccount
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
  readonly debtorsAccount: NamedAccount
  readonly amountsIncludeVat: boolean
  readonly totalGross: string
  readonly lines: readonly PreviewedLine[]
  /** It comes to zero: it can become final, and nothing is booked. */
  readonly hasNothingToBook: boolean
  /** Why it would not be booked; empty when it would. */
  readonly blockers: readonly { readonly cause: CauseCode; readonly detail: string }[]
}

/** What these are called in new books, for whoever has not linked theirs. */
const usualNames: readonly NamedAccount[] = [
  { code: USUAL_ACCOUNTS.debtors, name: 'Debiteuren' },
  { code: USUAL_ACCOUNTS.revenue, name: 'Omzet' },
]

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
  const books = row === null ? null : await booksAccounts(tx, row, invoice)
  const relationCode = relation?.code ?? relationCodeOf(customer.id)
  const { pattern } = await findSeries(tx, invoice.seriesId)
  const plan = planMutation({
    invoice: { ...invoice, number: invoice.number ?? numberToCome(pattern, invoice.invoiceDate) },
    accounts: books?.accounts ?? USUAL_ACCOUNTS,
    customerName: customer.name,
    relationCode,
    reference: referenceOf(invoice.id ?? ''),
  })
  const unfit = plan.ok ? unfitAccountIn(plan.mutation, books?.fit ?? null) : null
  const blockers = plan.ok
    ? unfit === null
      ? []
      : [{ cause: 'account_unfit' as const, detail: unfit }]
    : [{ cause: plan.cause, detail: plan.detail }]
  const named = (code: string) => nameOf(code, books?.names ?? usualNames)
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
    debtorsAccount: named((books?.accounts ?? USUAL_ACCOUNTS).debtors),
    amountsIncludeVat: invoice.pricesIncludeVat,
    totalGross: formatAmount(invoice.totals.gross),
    lines: plan.ok
      ? plan.mutation.lines.map((line, at) => ({
          ...withTreatments(line, plan.treatments[at] ?? [], invoice),
          account: named(line.revenueAccount),
        }))
      : [],
    hasNothingToBook: isWithoutAmount(invoice.totals),
    blockers: isWithoutAmount(invoice.totals) ? [] : blockers,
  }
}

/**
 * The accounts of an invoice: those it was planned with, whatever counts today; or else those of the linked books, or of
 * those that were linked last. With what the books say of them.
 */
async function booksAccounts(
  tx: Transaction,
  row: ConnectionRow,
  { id, lines }: Pick<InvoiceContent, 'lines'> & { id?: string | null },
) {
  const today = await accountsOfBooks(tx, row.books_id, productsIn(lines))
  const booking = id == null ? null : await findBookingOfInvoice(tx, id)
  const isPlanned = booking !== null && booking.mutation !== null
  const kept = await findLedgerAccounts(tx, booking?.books_id ?? row.books_id)
  const { debtorsAccount, revenueAccount } = connectionView(row)
  return {
    accounts: isPlanned ? accountsOfInvoice(bookedOn(booking), today, () => true) : today,
    fit: kept === null || isPlanned ? null : fitAmong(kept.accounts),
    names: [...(kept?.accounts ?? []), debtorsAccount, revenueAccount],
  }
}

function nameOf(code: string, known: readonly (NamedAccount | LedgerAccount)[]): NamedAccount {
  return { code, name: known.find((it) => it.code === code)?.name ?? '' }
}

function withTreatments(
  line: PlannedLine,
  vatTreatments: readonly VatTreatment[],
  { invoiceDate }: { invoiceDate: string },
): Omit<PreviewedLine, 'account'> {
  const [treatment] = vatTreatments
  const code =
    treatment === undefined ? null : vatCodeOf({ treatment, rate: line.vatPercentage }, invoiceDate)
  return { ...line, vatTreatments, box: code?.box ?? null }
}
