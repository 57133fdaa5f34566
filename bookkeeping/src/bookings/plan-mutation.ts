import {
  allocate,
  type Cents,
  cents,
  formatAmount,
  type InvoiceContent,
  type InvoiceTotals,
  rateInHundredths,
  shareVat,
  signed,
  splitExactly,
  sumOf,
  taxableOf,
  type VatGroup,
  type VatRate,
  type VatReturnBox,
  type VatTreatment,
} from '@stella/invoicing'
import type { CauseCode } from '../causes/causes.ts'
import { agreesWithTotals } from './check-plan.ts'
import { describeBooking } from './description.ts'
import type { PlannedLine, PlannedMutation } from './planned-mutation.ts'
import { NO_VAT_CODE, vatCodeOf } from './vat-codes.ts'

/** The accounts an organization books its sales on. */
export type SalesAccounts = { readonly debtors: string; readonly revenue: string }

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
  const lines = planLines(invoice, accounts)
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

type Sum = {
  account: string
  vatCode: string
  box: VatReturnBox | null
  treatments: readonly VatTreatment[]
  vatPercentage: string
  net: Cents
  vat: Cents
}

function planLines(invoice: PlannableInvoice, accounts: SalesAccounts): Sum[] {
  const sums = new Map<string, Sum>()
  for (const group of invoice.totals.vatGroups) {
    const rounding = cents(group.net - taxableOf(group))
    for (const part of partsOfGroup(invoice, group, rounding, accounts)) add(sums, part)
    if (rounding !== 0n) add(sums, roundingLine(rounding, accounts))
  }
  return [...sums.values()]
    .filter((sum) => sum.net !== 0n || sum.vat !== 0n)
    .flatMap((sum) => splitExactly(sum, sum.vatPercentage).map((piece) => ({ ...sum, ...piece })))
}

/** The net amounts of one rate per revenue account; each account bears its share of the VAT, cent for cent. */
function partsOfGroup(
  invoice: PlannableInvoice,
  group: VatGroup,
  rounding: Cents,
  accounts: SalesAccounts,
): Sum[] {
  const nets = netsPerAccount(invoice, group, rounding, accounts)
  const vats = shareVat([...nets.values()], group.rate, group.vat)
  const { code, box } = vatCodeOf(group, invoice.invoiceDate) ?? { code: NO_VAT_CODE, box: null }
  return [...nets].map(([account, net], index) => ({
    account,
    vatCode: code,
    box,
    treatments: [group.treatment],
    vatPercentage: group.rate,
    net,
    vat: vats[index] ?? cents(0n),
  }))
}

/** What the lines of one rate come to on each account, with their share of the discounts and charges on the whole. */
function netsPerAccount(
  invoice: PlannableInvoice,
  group: VatGroup,
  rounding: Cents,
  accounts: SalesAccounts,
): Map<string, Cents> {
  const nets = new Map<string, Cents>()
  for (const [index, line] of invoice.lines.entries()) {
    const totals = invoice.totals.lines[index]
    if (totals === undefined || !isUnder(group, line.vatTreatment, line.vatRate)) continue
    const account = revenueAccountOf(line, accounts)
    // The first account of the group takes what the rounding line takes off again.
    const before = nets.get(account) ?? cents(nets.size === 0 ? -rounding : 0n)
    nets.set(account, sumOf([before, totals.net]))
  }
  const onWhole = netOnWhole(invoice, group)
  if (onWhole === 0n) return nets
  if (nets.size === 0) return nets.set(accounts.revenue, cents(onWhole - rounding))
  const weights = [...nets.values()]
  const [first = '', ...others] = nets.keys()
  const shares =
    sumOf(weights) === 0n ? [onWhole, ...others.map(() => cents(0n))] : allocate(onWhole, weights)
  for (const [index, account] of [first, ...others].entries())
    nets.set(account, sumOf([weights[index] ?? cents(0n), shares[index] ?? cents(0n)]))
  return nets
}

/** What the discounts and charges on the whole take off and put on under one rate. */
function netOnWhole({ allowances = [], totals }: PlannableInvoice, group: VatGroup): Cents {
  return sumOf(
    allowances.flatMap(({ kind }, index) =>
      (totals.allowances?.[index] ?? [])
        .filter((part) => isUnder(group, part.treatment, part.rate))
        .map((part) => signed(kind, part.net)),
    ),
  )
}

function isUnder(group: VatGroup, treatment: VatTreatment, rate: VatRate): boolean {
  return treatment === group.treatment && rateInHundredths(rate) === rateInHundredths(group.rate)
}

/**
 * The cent between a price that includes VAT and what net and VAT can reach together (€ 10.00 at 21 % is
 * 8.27 + 1.74 − 0.01) stands on a line without VAT: every line then passes the service's own check of VAT over
 * net, and the total is what the customer pays.
 */
function roundingLine(rounding: Cents, accounts: SalesAccounts): Sum {
  return {
    account: accounts.revenue,
    vatCode: NO_VAT_CODE,
    box: null,
    treatments: [],
    vatPercentage: '0',
    net: rounding,
    vat: cents(0n),
  }
}

/** Products, treatments and customers will each have a say here; today the organization alone has. */
function revenueAccountOf(_line: PlannableInvoice['lines'][number], accounts: SalesAccounts): string {
  return accounts.revenue
}

function add(sums: Map<string, Sum>, part: Sum): void {
  const { account, vatCode, vatPercentage, box, treatments } = part
  const isRounding = treatments.length === 0
  const key = [account, vatCode, vatPercentage, box, isRounding].join(' ')
  const sum = sums.get(key)
  if (sum === undefined) sums.set(key, part)
  else
    sums.set(key, {
      ...sum,
      treatments: [...sum.treatments, ...treatments],
      net: sumOf([sum.net, part.net]),
      vat: sumOf([sum.vat, part.vat]),
    })
}

function writeLine(sum: Sum): PlannedLine {
  return {
    revenueAccount: sum.account,
    vatCode: sum.vatCode,
    vatPercentage: sum.vatPercentage,
    net: formatAmount(sum.net),
    vat: formatAmount(sum.vat),
    gross: formatAmount(sumOf([sum.net, sum.vat])),
  }
}
