import {
  allocate,
  type Cents,
  cents,
  formatAmount,
  type InvoiceContent,
  type InvoiceTotals,
  parseAmount,
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
import { revenueAccountOf, type SalesAccounts, type Sold } from '../mappings/sales-accounts.ts'
import type { PlannedLine } from './planned-mutation.ts'
import { NO_VAT_CODE, vatCodeOf } from './vat-codes.ts'

/**
 * What an invoice comes to for one product, or for all that is none, under one treatment and rate: everything that lies
 * between the invoice and the accounts, so that it can be put on others without the invoice.
 */
export type Part = Sold & {
  /** A cent without VAT beside a price that includes it. */
  readonly isRounding: boolean
  readonly vatCode: string
  readonly box: VatReturnBox | null
  readonly vatPercentage: string
  readonly net: Cents
  /** All VAT of its rate with the first part of it: it is shared once the accounts are known. */
  readonly vat: Cents
}

/** A part as it is kept with its booking: amounts are decimal strings in euros, and `account` is what it was put on. */
export type KeptPart = Omit<Part, 'net' | 'vat'> & {
  readonly net: string
  readonly vat: string
  readonly account: string
}

/** A line of the mutation with what stands on it. */
export type Line = {
  readonly account: string
  readonly vatCode: string
  readonly box: VatReturnBox | null
  readonly isRounding: boolean
  readonly treatments: readonly VatTreatment[]
  readonly vatPercentage: string
  readonly net: Cents
  readonly vat: Cents
}

export type DividedInvoice = Pick<
  InvoiceContent,
  'invoiceDate' | 'pricesIncludeVat' | 'lines' | 'allowances'
> & { readonly totals: InvoiceTotals }

export function partsOf(invoice: DividedInvoice): Part[] {
  return invoice.totals.vatGroups.flatMap((group) => {
    const rounding = cents(group.net - taxableOf(group))
    const nets = netsPerProduct(invoice, group, rounding)
    const [first = null] = nets.keys()
    const parts = partsOfGroup(invoice, group, nets)
    return rounding === 0n ? parts : [...parts, roundingPart(group, first, rounding)]
  })
}

/**
 * The lines of a mutation: one for each account, VAT code and box, those of nothing left out. More than one where VAT
 * lies a cent beside its rate, so that every line passes the service's own check of VAT over net.
 */
export function linesOf(parts: readonly Part[], accounts: SalesAccounts): Line[] {
  const sums = new Map<string, Line>()
  for (const of of groupsOf(parts)) for (const share of perAccount(of, accounts)) add(sums, share)
  return [...sums.values()]
    .filter((sum) => sum.net !== 0n || sum.vat !== 0n)
    .flatMap((sum) => splitExactly(sum, sum.vatPercentage).map((piece) => ({ ...sum, ...piece })))
}

export function writeLine(line: Line): PlannedLine {
  return {
    revenueAccount: line.account,
    vatCode: line.vatCode,
    vatPercentage: line.vatPercentage,
    net: formatAmount(line.net),
    vat: formatAmount(line.vat),
    gross: formatAmount(sumOf([line.net, line.vat])),
  }
}

export function keepParts(parts: readonly Part[], accounts: SalesAccounts): KeptPart[] {
  return parts.map((part) => ({
    ...part,
    net: formatAmount(part.net),
    vat: formatAmount(part.vat),
    account: revenueAccountOf(part, accounts),
  }))
}

export function readParts(kept: readonly KeptPart[]): Part[] {
  return kept.map(({ account, ...part }) => ({
    ...part,
    net: parseAmount(part.net),
    vat: parseAmount(part.vat),
  }))
}

function partsOfGroup(
  { invoiceDate }: DividedInvoice,
  group: VatGroup,
  nets: ReadonlyMap<string | null, Cents>,
): Part[] {
  const { code, box } = vatCodeOf(group, invoiceDate) ?? { code: NO_VAT_CODE, box: null }
  return [...nets].map(([product, net], index) => ({
    product,
    treatment: group.treatment,
    isRounding: false,
    vatCode: code,
    box,
    vatPercentage: group.rate,
    net,
    vat: index === 0 ? group.vat : cents(0n),
  }))
}

/** What the lines of one rate come to for each product, with their share of the discounts and charges on the whole. */
function netsPerProduct(
  invoice: DividedInvoice,
  group: VatGroup,
  rounding: Cents,
): Map<string | null, Cents> {
  const nets = new Map<string | null, Cents>()
  for (const [index, line] of invoice.lines.entries()) {
    const totals = invoice.totals.lines[index]
    if (totals === undefined || !isUnder(group, line.vatTreatment, line.vatRate)) continue
    const { productId: product = null } = line
    // The first of the group takes what the rounding line takes off again.
    const before = nets.get(product) ?? cents(nets.size === 0 ? -rounding : 0n)
    nets.set(product, sumOf([before, totals.net]))
  }
  const onWhole = netOnWhole(invoice, group)
  if (onWhole === 0n) return nets
  if (nets.size === 0) return nets.set(null, cents(onWhole - rounding))
  const weights = [...nets.values()]
  const [first = null, ...others] = nets.keys()
  const shares =
    sumOf(weights) === 0n ? [onWhole, ...others.map(() => cents(0n))] : allocate(onWhole, weights)
  for (const [index, product] of [first, ...others].entries())
    nets.set(product, sumOf([weights[index] ?? cents(0n), shares[index] ?? cents(0n)]))
  return nets
}

/** What the discounts and charges on the whole take off and put on under one rate. */
function netOnWhole({ allowances = [], totals }: DividedInvoice, group: VatGroup): Cents {
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
 * 8.27 + 1.74 − 0.01) stands on a line without VAT, on the account that it is taken from: every line then passes the
 * service's own check of VAT over net, and the total is what the customer pays.
 */
function roundingPart({ treatment }: VatGroup, product: string | null, rounding: Cents): Part {
  return {
    product,
    treatment,
    isRounding: true,
    vatCode: NO_VAT_CODE,
    box: null,
    vatPercentage: '0',
    net: rounding,
    vat: cents(0n),
  }
}

/** The parts of each treatment and rate, and its roundings apart. */
function groupsOf(parts: readonly Part[]): Part[][] {
  const groups = new Map<string, Part[]>()
  for (const part of parts) {
    const { box, isRounding, treatment, vatCode, vatPercentage } = part
    const key = [treatment, vatCode, vatPercentage, box, isRounding].join(' ')
    groups.set(key, [...(groups.get(key) ?? []), part])
  }
  return [...groups.values()]
}

type Share = Part & { readonly account: string }

/** What one rate comes to on each account; each bears its share of the VAT, cent for cent. */
function perAccount(parts: readonly Part[], accounts: SalesAccounts): Share[] {
  const nets = new Map<string, Share>()
  for (const part of parts) {
    const account = revenueAccountOf(part, accounts)
    const before = nets.get(account)
    nets.set(account, { ...part, account, net: sumOf([before?.net ?? cents(0n), part.net]) })
  }
  const shares = [...nets.values()]
  const [{ vatPercentage = '0' } = {}] = shares
  const vats = shareVat(
    shares.map(({ net }) => net),
    vatPercentage,
    sumOf(parts.map(({ vat }) => vat)),
  )
  return shares.map((share, index) => ({ ...share, vat: vats[index] ?? cents(0n) }))
}

function add(sums: Map<string, Line>, share: Share): void {
  const { account, box, isRounding, net, treatment, vat, vatCode, vatPercentage } = share
  const key = [account, vatCode, vatPercentage, box, isRounding].join(' ')
  const sum = sums.get(key)
  const treatments = new Set(isRounding ? [] : [...(sum?.treatments ?? []), treatment])
  sums.set(key, {
    ...{ account, vatCode, box, isRounding, vatPercentage },
    treatments: [...treatments],
    net: sumOf([sum?.net ?? cents(0n), net]),
    vat: sumOf([sum?.vat ?? cents(0n), vat]),
  })
}
